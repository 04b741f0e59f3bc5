package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Link;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `hosts/HOST/network.nix`: the VLAN-filtering bridge, its ports, and the host's own addresses.
///
/// @param isStatic whether the host is reached at addresses that are stated here; if not, its other
///   interfaces go on with DHCP
/// @param uplinkVlans `bridgeVLANs` of the uplink
/// @param selfVlans `bridgeVLANs` of the bridge itself, that is, of the host behind it
/// @param links the VLAN interfaces on the bridge
/// @param carriers interfaces below macvtaps that nothing else would bring up
/// @param vlans the networks in which the host has addresses; the LAN is among them
record NetworkView(
    Sourced<InterfaceName> bridge,
    boolean isStatic,
    Optional<Sourced<InterfaceName>> uplink,
    Optional<Nix> uplinkVlans,
    Optional<Nix> selfVlans,
    Optional<Nix> links,
    List<HostVlan> vlans,
    List<TapView> taps,
    List<CarrierView> carriers,
    Optional<Sourced<Integer>> bridgeMtu,
    Optional<Sourced<Integer>> uplinkMtu,
    Optional<NatView> nat) {

  /// @param external the interface that holds the host's LAN address
  /// @param internal the interfaces whose traffic leaves under that address
  record NatView(Sourced<InterfaceName> external, Nix internal) {}

  /// @param vlan the id inside the bridge; the TAP carries its frames untagged
  record TapView(
      Sourced<InterfaceName> name, Sourced<Sourced<Integer>> vlan, Optional<Sourced<Integer>> mtu) {
    static Stream<TapView> of(MicroVm vm) {
      return vm.nics().stream()
          .flatMap(nic ->
              nic.link() instanceof Link.Tap(var device)
                  ? Stream.of(
                      new TapView(
                          device,
                          nic.vlan().map(vlan -> vlan.id().map(_ -> vlan.bridgeId().number())),
                          nic.vlan().value().mtu()))
                  : Stream.of());
    }
  }

  record CarrierView(Sourced<InterfaceName> name, Optional<Sourced<Integer>> mtu) {}

  static NetworkView of(Lab lab, Host host) {
    var bridge = host.bridge();
    var vlans = HostVlan.of(lab, host);
    var trunks =
        bridge.trunks().stream()
            .sorted(Comparator.comparing(vlan -> vlan.value().bridgeId()))
            .map(vlan -> vlan.map(it -> it.id().map(_ -> it.bridgeId())))
            .toList();
    return new NetworkView(
        bridge.name(),
        isStatic(host),
        bridge.uplink(),
        ports(host.hasLan() || HostVlan.untagged(lab, host).isPresent(), trunks),
        ports(false, vlans.stream().map(HostVlan::id).toList()),
        vlans.isEmpty()
            ? Optional.empty()
            : Optional.of(Nix.texts(vlans.stream().map(HostVlan::link).toList())),
        vlans,
        lab.on(host).stream().flatMap(TapView::of).toList(),
        carriers(lab, host, vlans),
        larger(vlans.stream().flatMap(vlan -> vlan.mtu().stream())),
        larger(leaving(lab, host).flatMap(vlan -> vlan.mtu().stream())),
        nat(host));
  }

  private static Stream<Vlan> leaving(Lab lab, Host host) {
    return Stream.concat(
        host.bridge().trunks().stream().map(Sourced::value), HostVlan.untagged(lab, host).stream());
  }

  /// The largest, where an interface has to be told: below what Ethernet has none is in the way.
  private static Optional<Sourced<Integer>> larger(Stream<Sourced<Integer>> mtus) {
    return mtus.filter(mtu -> mtu.value() > Vlan.ETHERNET_MTU)
        .max(Comparator.comparing(Sourced::value));
  }

  /// Where other interfaces go on with DHCP, that brings them up.
  private static List<CarrierView> carriers(Lab lab, Host host, List<HostVlan> vlans) {
    if (!isStatic(host)) {
      return List.of();
    }
    var known = new HashSet<>(Set.of(host.bridge().name().toString()));
    vlans.forEach(vlan -> known.add(vlan.link().toString()));
    var names = new TreeMap<String, Sourced<InterfaceName>>();
    var mtus = new HashMap<String, List<Sourced<Integer>>>();
    for (var vm : lab.on(host)) {
      for (var nic : vm.nics()) {
        if (nic.link() instanceof Link.Macvtap(_, var under, _)
            && !known.contains(under.toString())) {
          names.putIfAbsent(under.toString(), under);
          nic.vlan()
              .value()
              .mtu()
              .ifPresent(mtus.computeIfAbsent(under.toString(), _ -> new ArrayList<>())::add);
        }
      }
    }
    return names.entrySet().stream()
        .map(it ->
            new CarrierView(
                it.getValue(), larger(mtus.getOrDefault(it.getKey(), List.of()).stream())))
        .toList();
  }

  private static boolean isStatic(Host host) {
    return host.bridge().uplink().isPresent() && !host.asksForLan();
  }

  /// The VLANs of a port: untagged frames are the LAN's, all others carry their tag.
  private static Optional<Nix> ports(boolean untagged, List<Sourced<Sourced<VlanId>>> tagged) {
    var ids = new LinkedHashMap<VlanId, Sourced<Sourced<VlanId>>>();
    tagged.forEach(id -> ids.putIfAbsent(id.value().value(), id));
    var ports =
        Stream.concat(
                Stream.of(untagged()).filter(_ -> untagged),
                ids.values().stream()
                    .map(id -> Nix.set("VLAN", Nix.whole(id.map(it -> it.map(VlanId::number))))))
            .<Nix>map(port -> port)
            .toList();
    return ports.isEmpty() ? Optional.empty() : Optional.of(new Nix.ListOf(ports));
  }

  /// Inside the bridge the LAN is VLAN 1, as switches have it.
  private static Nix.Attributes untagged() {
    var port = new LinkedHashMap<String, Nix>();
    port.put("PVID", new Nix.Whole(VlanId.LAN.number()));
    port.put("EgressUntagged", new Nix.Whole(VlanId.LAN.number()));
    return new Nix.Attributes(port);
  }

  private static Optional<NatView> nat(Host host) {
    if (!host.hasLan() || host.nats().isEmpty()) {
      return Optional.empty();
    }
    var internal =
        host.nats().stream()
            .sorted(Comparator.comparing(it -> it.value().bridgeId()))
            .map(it -> it.map(vlan -> vlan.id().map(_ -> vlan.link())))
            .collect(
                Collectors.toMap(
                    it -> it.value().value(), it -> it, (it, _) -> it, LinkedHashMap::new))
            .values();
    return Optional.of(
        new NatView(
            host.nats().getFirst().map(_ -> Vlan.link(VlanId.LAN)),
            Nix.texts(List.copyOf(internal))));
  }
}
