package dev.homelabc.emit.nix;

import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import java.util.List;

/// `flake.nix`.
///
/// @param nixpkgs flake URL
/// @param microvm flake URL
record FlakeView(String description, String nixpkgs, String microvm, List<HostEntry> hosts) {
  /// @param isImperative whether the VMs are installed one by one, and no part of the host
  record HostEntry(
      NixName name, String folder, String system, boolean isImperative, List<VmEntry> vms) {
    static HostEntry of(Lab lab, Host host) {
      return new HostEntry(
          new NixName(host.name().text()),
          host.name().text(),
          host.system().value(),
          host.isImperative(),
          lab.on(host).stream().map(VmEntry::of).toList());
    }
  }

  record VmEntry(NixName name, String file) {
    static VmEntry of(MicroVm vm) {
      return new VmEntry(new NixName(vm.name().text()), vm.name() + ".nix");
    }
  }

  static FlakeView of(Lab lab) {
    return new FlakeView(
        lab.description().map(Sourced::value).orElse(lab.name().value().text()),
        lab.nixpkgs().value(),
        lab.microvm().value(),
        lab.hosts().stream().map(host -> HostEntry.of(lab, host)).toList());
  }
}
