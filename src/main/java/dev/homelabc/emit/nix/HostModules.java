package dev.homelabc.emit.nix;

import dev.homelabc.model.Host;
import java.util.ArrayList;
import java.util.List;

/// Modules of the tree that a host imports for what it does beside running microVMs.
final class HostModules {
  private HostModules() {}

  /// Their paths in the tree.
  static List<String> of(Host host) {
    var names = new ArrayList<String>();
    host.gpu()
        .ifPresent(gpu ->
            names.add(
                switch (gpu.value()) {
                  case AMD -> "amdgpu";
                  case NVIDIA -> "nvidia";
                  case INTEL -> "intel-gpu";
                }));
    if (host.libvirt().value()) {
      names.add("virtualization");
    }
    return names.stream().map(name -> "modules/nixos/" + name + ".nix").toList();
  }
}
