package dev.homelabc.emit.nix;

import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
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
    Sourced<String> description,
    Sourced<String> nixpkgs,
    Sourced<String> microvm,
    List<HostEntry> hosts,
    List<SystemEntry> systems,
    List<Check> checks) {
  record SystemEntry(Sourced<NixName> name, List<VmEntry> vms) {}

  /// @param vms those that no host holds: the others are built with theirs
  record Check(Sourced<NixName> system, List<Sourced<NixName>> hosts, List<Sourced<NixName>> vms) {
    static Check of(List<HostEntry> hosts) {
      return new Check(
          hosts.getFirst().system.map(NixName::new),
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
      Sourced<NixName> name,
      Sourced<Name> folder,
      Sourced<String> system,
      boolean isImperative,
      List<VmEntry> vms) {
    static HostEntry of(Lab lab, Host host) {
      return new HostEntry(
          host.named().map(it -> new NixName(it.text())),
          host.named(),
          host.system(),
          host.isImperative(),
          lab.on(host).stream().map(VmEntry::of).toList());
    }
  }

  record VmEntry(Sourced<NixName> name, Sourced<String> file) {
    static VmEntry of(MicroVm vm) {
      return new VmEntry(
          vm.named().map(it -> new NixName(it.text())), vm.named().map(it -> it + ".nix"));
    }
  }

  static FlakeView of(Lab lab) {
    var hosts = lab.hosts().stream().map(host -> HostEntry.of(lab, host)).toList();
    var bySystem =
        hosts.stream()
            .collect(
                Collectors.groupingBy(it -> it.system.value(), TreeMap::new, Collectors.toList()));
    var systems = new ArrayList<SystemEntry>();
    var checks = new ArrayList<Check>();
    bySystem.forEach((_, its) -> {
      var vms = its.stream().flatMap(host -> host.vms.stream()).toList();
      if (!vms.isEmpty()) {
        systems.add(new SystemEntry(its.getFirst().system.map(NixName::new), vms));
      }
      checks.add(Check.of(its));
    });
    return new FlakeView(
        lab.description().orElseGet(() -> lab.name().map(Name::text)),
        lab.nixpkgs(),
        lab.microvm(),
        hosts,
        systems,
        checks);
  }
}
