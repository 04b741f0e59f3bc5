package dev.homelabc.emit.nix;

import dev.homelabc.model.Host;
import dev.homelabc.model.Sourced;
import java.util.ArrayList;
import java.util.List;

/// Modules of the tree that a host imports for what it does beside running microVMs.
final class HostModules {
  private HostModules() {}

  /// Their paths in the tree.
  static List<Sourced<String>> of(Host host) {
    var names = new ArrayList<Sourced<String>>();
    host.gpu()
        .ifPresent(gpu ->
            names.add(
                gpu.map(it ->
                    switch (it) {
                      case AMD -> "amdgpu";
                      case NVIDIA -> "nvidia";
                      case INTEL -> "intel-gpu";
                    })));
    if (host.libvirt().value()) {
      names.add(host.libvirt().map(_ -> "virtualization"));
    }
    return names.stream().map(name -> name.map(it -> "modules/nixos/" + it + ".nix")).toList();
  }
}
