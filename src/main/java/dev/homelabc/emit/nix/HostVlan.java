package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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
    Sourced<String> name,
    Sourced<Sourced<VlanId>> id,
    Sourced<Sourced<InterfaceName>> link,
    Optional<Nix> address,
    Optional<Nix> gateway,
    Optional<Nix> dns,
    Nix config,
    Optional<Sourced<Integer>> mtu,
    String online) {

  /// The host's addresses in a VLAN: its gateway's first where the host routes it.
  ///
  /// @param origin what makes the host a member
  private record Membership(
      Vlan vlan, Origin origin, boolean routed, SequencedMap<Ipv4, Sourced<Ipv4>> addresses) {
    static Membership of(Sourced<Vlan> vlan, boolean routed) {
      return new Membership(vlan.value(), vlan.origin(), routed, new LinkedHashMap<>());
    }

    void add(Sourced<Ipv4> address) {
      addresses.putIfAbsent(address.value(), address);
    }

    <T> Sourced<T> make(T value) {
      return new Sourced<>(value, origin);
    }
  }

  /// The host's addresses by VLAN name.
  static SortedMap<String, List<Sourced<Ipv4>>> names(Host host) {
    var names = new TreeMap<String, List<Sourced<Ipv4>>>();
    memberships(host)
        .values()
        .forEach(it -> names.put(it.vlan.name().text(), List.copyOf(it.addresses.values())));
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
          membership.vlan.gateway().filter(it -> !membership.addresses.containsKey(it.value()));
      boolean leaves = needsGateway && gateway.isPresent();
      needsGateway &= !leaves;
      vlans.add(
          new HostVlan(
              membership.make(membership.vlan.name().text()),
              membership.make(membership.vlan.id().map(_ -> membership.vlan.bridgeId())),
              membership.make(membership.vlan.id().map(_ -> membership.vlan.link())),
              Optional.of(addresses(membership)),
              leaves ? Values.single(gateway) : Optional.empty(),
              leaves ? Values.dns(membership.vlan.dns(), lab.dns()) : Optional.empty(),
              config(false, membership.routed),
              membership.vlan.mtu(),
              leaves ? "routable" : "no"));
    }
    return List.copyOf(vlans);
  }

  private static HostVlan lan(Lab lab, Host host) {
    var lan = host.lan();
    var origin = lan.map(it -> it.address().origin()).orElse(host.bridge().name().origin());
    return new HostVlan(
        new Sourced<>("LAN", origin),
        new Sourced<>(new Sourced<>(VlanId.LAN, origin), origin),
        new Sourced<>(new Sourced<>(Vlan.link(VlanId.LAN), origin), origin),
        lan.map(it -> Nix.texts(List.of(it.address()))),
        lan.flatMap(it -> Values.single(it.gateway())),
        lan.flatMap(it -> Values.dns(it.dns(), lab.dns())),
        // The kernel asks the interface on which a packet arrives: here, answers from the LAN.
        config(host.asksForLan(), !host.routes().isEmpty()),
        untagged(lab, host).flatMap(Vlan::mtu),
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
      var own = Membership.of(routed, true);
      vlan.gateway().ifPresent(own::add);
      memberships.put(vlan.bridgeId(), own);
    }
    for (var own : host.addresses()) {
      var vlan = own.vlan().value();
      memberships
          .computeIfAbsent(vlan.bridgeId(), _ -> Membership.of(own.vlan(), false))
          .add(own.address());
    }
    return memberships;
  }

  private static Nix addresses(Membership membership) {
    var subnet = membership.vlan.subnet();
    return Nix.texts(
        membership.addresses.values().stream()
            .map(it -> it.map(ip -> subnet.map(net -> ip + "/" + net.prefix())))
            .toList());
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
