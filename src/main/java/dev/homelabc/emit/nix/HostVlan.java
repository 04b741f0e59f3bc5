package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/// A network in which a host has addresses, on an interface of its own on the bridge.
///
/// The LAN is one of them: see `docs/decisions.md` for why its address is not on the bridge itself.
///
/// @param link the interface
/// @param address empty where DHCP gives it
/// @param config `networkConfig`
/// @param online when the interface counts as online
record HostVlan(
    String name,
    int id,
    String link,
    Optional<Nix> address,
    Optional<Nix> gateway,
    Optional<Nix> dns,
    Nix config,
    Optional<Integer> mtu,
    String online) {

  /// The host's addresses in a VLAN: its gateway's first where the host routes it.
  private record Membership(Vlan vlan, boolean routed, SequencedSet<Ipv4> addresses) {}

  /// The host's addresses by VLAN name.
  static SortedMap<String, List<Ipv4>> names(Host host) {
    var names = new TreeMap<String, List<Ipv4>>();
    memberships(host)
        .values()
        .forEach(it -> names.put(it.vlan.name().text(), List.copyOf(it.addresses)));
    return names;
  }

  /// By VLAN id, so the LAN comes first.
  static List<HostVlan> of(Lab lab, Host host) {
    var vlans = new ArrayList<HostVlan>();
    if (host.hasLan()) {
      vlans.add(lan(lab, host));
    }
    // Without a LAN the host's own way out is the first VLAN that somebody else routes.
    boolean needsGateway = !host.hasLan();
    for (var membership : memberships(host).values()) {
      var gateway =
          membership.vlan.gateway().filter(it -> !membership.addresses.contains(it.value()));
      boolean leaves = needsGateway && gateway.isPresent();
      needsGateway &= !leaves;
      vlans.add(
          new HostVlan(
              membership.vlan.name().text(),
              membership.vlan.bridgeId().number(),
              membership.vlan.link().text(),
              Optional.of(addresses(membership)),
              leaves ? Values.single(gateway) : Optional.empty(),
              leaves ? Values.dns(membership.vlan.dns(), lab.dns()) : Optional.empty(),
              config(false, membership.routed),
              membership.vlan.mtu().map(Sourced::value),
              leaves ? "routable" : "no"));
    }
    return List.copyOf(vlans);
  }

  private static HostVlan lan(Lab lab, Host host) {
    var lan = host.lan();
    return new HostVlan(
        "LAN",
        VlanId.LAN.number(),
        Vlan.link(VlanId.LAN).text(),
        lan.map(it -> Nix.texts(List.of(it.address().value()))),
        lan.flatMap(it -> Values.single(it.gateway())),
        lan.flatMap(it -> Values.dns(it.dns(), lab.dns())),
        // The kernel asks the interface on which a packet arrives: here, answers from the LAN.
        config(host.asksForLan(), !host.routes().isEmpty()),
        untagged(lab, host).flatMap(Vlan::mtu).map(Sourced::value),
        host.bridge().uplink().isPresent() ? "routable" : "no");
  }

  /// The VLAN that says what the LAN is like, where guests of the host are in it.
  static Optional<Vlan> untagged(Lab lab, Host host) {
    return lab.on(host).stream()
        .flatMap(vm -> vm.nics().stream())
        .filter(MicroVm.Nic::isOnHostBridge)
        .map(nic -> nic.vlan().value())
        .filter(Vlan::isUntagged)
        .findFirst();
  }

  private static TreeMap<VlanId, Membership> memberships(Host host) {
    var memberships = new TreeMap<VlanId, Membership>();
    for (var routed : host.routes()) {
      var vlan = routed.value();
      var own = new Membership(vlan, true, new LinkedHashSet<>());
      vlan.gateway().ifPresent(gateway -> own.addresses.add(gateway.value()));
      memberships.put(vlan.bridgeId(), own);
    }
    for (var own : host.addresses()) {
      var vlan = own.vlan().value();
      memberships
          .computeIfAbsent(vlan.bridgeId(), _ -> new Membership(vlan, false, new LinkedHashSet<>()))
          .addresses
          .add(own.address().value());
    }
    return memberships;
  }

  private static Nix addresses(Membership membership) {
    int prefix = membership.vlan.subnet().value().prefix();
    return Nix.texts(membership.addresses.stream().map(address -> address + "/" + prefix).toList());
  }

  private static Nix config(boolean asks, boolean routed) {
    var config = new LinkedHashMap<String, Nix>();
    if (asks) {
      config.put("DHCP", new Nix.Text("ipv4"));
    }
    config.put("IPv6AcceptRA", new Nix.Flag(false));
    // The addresses are there, and the VLAN is routed, before its first VM runs.
    config.put("ConfigureWithoutCarrier", new Nix.Flag(true));
    if (routed) {
      config.put("IPv4Forwarding", new Nix.Flag(true));
    }
    return new Nix.Attributes(config);
  }
}
