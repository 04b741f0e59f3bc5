package dev.homelabc.emit.nix;

import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `flake.nix`.
///
/// @param nixpkgs flake URL
/// @param microvm flake URL
/// @param systems those that have VMs
/// @param checks by system
record FlakeView(
    String description,
    String nixpkgs,
    String microvm,
    List<HostEntry> hosts,
    List<SystemEntry> systems,
    List<Check> checks) {
  record SystemEntry(NixName name, List<VmEntry> vms) {}

  /// @param vms those that no host holds: the others are built with theirs
  record Check(NixName system, List<NixName> hosts, List<NixName> vms) {
    static Check of(String system, List<HostEntry> hosts) {
      return new Check(
          new NixName(system),
          hosts.stream().map(HostEntry::name).toList(),
          hosts.stream()
              .filter(HostEntry::isImperative)
              .flatMap(host -> host.vms.stream())
              .map(VmEntry::name)
              .toList());
    }
  }

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
    var hosts = lab.hosts().stream().map(host -> HostEntry.of(lab, host)).toList();
    var bySystem =
        hosts.stream()
            .collect(Collectors.groupingBy(HostEntry::system, TreeMap::new, Collectors.toList()));
    var systems = new ArrayList<SystemEntry>();
    var checks = new ArrayList<Check>();
    bySystem.forEach((system, its) -> {
      var vms = its.stream().flatMap(host -> host.vms.stream()).toList();
      if (!vms.isEmpty()) {
        systems.add(new SystemEntry(new NixName(system), vms));
      }
      checks.add(Check.of(system, its));
    });
    return new FlakeView(
        lab.description().map(Sourced::value).orElse(lab.name().value().text()),
        lab.nixpkgs().value(),
        lab.microvm().value(),
        hosts,
        systems,
        checks);
  }
}
