package dev.homelabc.model;

import dev.homelabc.value.IpAddress;
import dev.homelabc.value.MacPrefix;
import dev.homelabc.value.Name;
import dev.homelabc.value.SshKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A whole lab, bound: every reference resolved, every default filled in, replicas expanded. All
/// lists of declarations are sorted by name, so that the order of the sources cannot matter.
///
/// @param stateVersion NixOS release whose defaults stateful services keep, such as `25.11`
/// @param nixpkgs flake URL of nixpkgs
/// @param microvm flake URL of microvm.nix
/// @param residents the microVMs of each host that has any, by its name
/// @param starts the order in which hosts start microVMs
/// @param sshKeys public keys that may log in to every host and VM
/// @param hasUnreadSshKey whether a key is given that could not be read: nobody misses one
/// @param macPrefix of MAC addresses that are assigned
/// @param deny codes of findings that are errors in this lab
/// @param warn codes of findings that are at least warnings in this lab
public record Lab(
    Sourced<Name> name,
    Optional<Sourced<String>> description,
    Optional<Sourced<String>> domain,
    Sourced<String> stateVersion,
    Sourced<String> nixpkgs,
    Sourced<String> microvm,
    List<Sourced<IpAddress>> dns,
    List<Sourced<String>> ntp,
    Optional<Sourced<String>> timeZone,
    List<Sourced<SshKey>> sshKeys,
    boolean hasUnreadSshKey,
    Sourced<MacPrefix> macPrefix,
    List<Sourced<String>> deny,
    List<Sourced<String>> warn,
    List<Vlan> vlans,
    List<Host> hosts,
    List<MicroVm> microVms,
    Map<Name, List<MicroVm>> residents,
    List<Start> starts,
    List<OpenShiftVm> openShiftVms,
    List<Cluster> clusters,
    List<OpenShiftProject> projects,
    List<Deployment> deployments) {
  public Lab {
    dns = List.copyOf(dns);
    ntp = List.copyOf(ntp);
    sshKeys = List.copyOf(sshKeys);
    deny = List.copyOf(deny);
    warn = List.copyOf(warn);
    vlans = List.copyOf(vlans);
    hosts = List.copyOf(hosts);
    microVms = List.copyOf(microVms);
    residents = Collections.unmodifiableMap(new HashMap<>(residents));
    starts = List.copyOf(starts);
    openShiftVms = List.copyOf(openShiftVms);
    clusters = List.copyOf(clusters);
    projects = List.copyOf(projects);
    deployments = List.copyOf(deployments);
  }

  /// How many VMs it has.
  public int size() {
    return microVms.size() + openShiftVms.size();
  }

  public List<MicroVm> on(Host host) {
    return residents.getOrDefault(host.name(), List.of());
  }

  /// MicroVMs by the name of their host, in the same order.
  public static Map<Name, List<MicroVm>> byHost(List<MicroVm> microVms) {
    return microVms.stream().collect(Collectors.groupingBy(vm -> vm.on().value().name()));
  }

  /// Where a VM is reached from its host: at its address, or by its name where a DHCP server gives
  /// the address.
  public Sourced<String> reach(MicroVm vm) {
    return vm.nic()
        .address()
        .map(ip -> ip.map(Object::toString))
        .orElseGet(
            () -> vm.hostName().map(it -> it + domain.map(domain -> "." + domain).orElse("")));
  }

  public List<OpenShiftVm> in(OpenShiftProject project) {
    return openShiftVms.stream()
        .filter(vm -> vm.project().value().name().equals(project.name()))
        .toList();
  }
}
