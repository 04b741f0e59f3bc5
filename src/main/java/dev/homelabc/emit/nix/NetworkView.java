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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    String bridge,
    boolean isStatic,
    Optional<String> uplink,
    Optional<Nix> uplinkVlans,
    Optional<Nix> selfVlans,
    Optional<Nix> links,
    List<HostVlan> vlans,
    List<TapView> taps,
    List<CarrierView> carriers,
    Optional<Integer> bridgeMtu,
    Optional<Integer> uplinkMtu,
    Optional<NatView> nat) {

  /// @param external the interface that holds the host's LAN address
  /// @param internal the interfaces whose traffic leaves under that address
  record NatView(String external, Nix internal) {}

  /// @param vlan the id inside the bridge; the TAP carries its frames untagged
  record TapView(String name, int vlan, Optional<Integer> mtu) {
    static Stream<TapView> of(MicroVm vm) {
      return vm.nics().stream()
          .flatMap(nic ->
              nic.link() instanceof Link.Tap(var device)
                  ? Stream.of(
                      new TapView(
                          device.toString(),
                          nic.vlan().value().bridgeId().number(),
                          nic.vlan().value().mtu().map(Sourced::value)))
                  : Stream.of());
    }
  }

  record CarrierView(String name, Optional<Integer> mtu) {}

  static NetworkView of(Lab lab, Host host) {
    var bridge = host.bridge();
    var vlans = HostVlan.of(lab, host);
    var trunks = bridge.trunks().stream().map(vlan -> vlan.value().bridgeId()).sorted().toList();
    return new NetworkView(
        bridge.name().toString(),
        isStatic(host),
        bridge.uplink().map(Sourced::value).map(InterfaceName::text),
        ports(host.hasLan() || HostVlan.untagged(lab, host).isPresent(), trunks),
        ports(false, vlans.stream().map(vlan -> new VlanId(vlan.id())).toList()),
        vlans.isEmpty()
            ? Optional.empty()
            : Optional.of(Nix.texts(vlans.stream().map(HostVlan::link).toList())),
        vlans,
        lab.on(host).stream().flatMap(TapView::of).toList(),
        carriers(lab, host, vlans),
        larger(vlans.stream().flatMap(vlan -> vlan.mtu().stream())),
        larger(leaving(lab, host).map(Vlan::packet)),
        nat(host));
  }

  private static Stream<Vlan> leaving(Lab lab, Host host) {
    return Stream.concat(
        host.bridge().trunks().stream().map(Sourced::value), HostVlan.untagged(lab, host).stream());
  }

  /// The largest, where an interface has to be told: below what Ethernet has none is in the way.
  private static Optional<Integer> larger(Stream<Integer> mtus) {
    return mtus.filter(mtu -> mtu > Vlan.ETHERNET_MTU).max(Comparator.naturalOrder());
  }

  /// Where other interfaces go on with DHCP, that brings them up.
  private static List<CarrierView> carriers(Lab lab, Host host, List<HostVlan> vlans) {
    if (!isStatic(host)) {
      return List.of();
    }
    var known = new HashSet<>(Set.of(host.bridge().name().toString()));
    vlans.forEach(vlan -> known.add(vlan.link()));
    var carried = new TreeMap<String, List<Integer>>();
    for (var vm : lab.on(host)) {
      for (var nic : vm.nics()) {
        if (nic.link() instanceof Link.Macvtap(_, var under, _)
            && !known.contains(under.toString())) {
          carried
              .computeIfAbsent(under.toString(), _ -> new ArrayList<>())
              .add(nic.vlan().value().packet());
        }
      }
    }
    return carried.entrySet().stream()
        .map(it -> new CarrierView(it.getKey(), larger(it.getValue().stream())))
        .toList();
  }

  private static boolean isStatic(Host host) {
    return host.bridge().uplink().isPresent() && !host.asksForLan();
  }

  /// The VLANs of a port: untagged frames are the LAN's, all others carry their tag.
  private static Optional<Nix> ports(boolean untagged, List<VlanId> tagged) {
    var ports =
        Stream.concat(
                Stream.of(untagged()).filter(_ -> untagged),
                tagged.stream().distinct().map(id -> Nix.set("VLAN", new Nix.Whole(id.number()))))
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
            .map(Sourced::value)
            .sorted(Comparator.comparing(Vlan::bridgeId))
            .map(Vlan::link)
            .distinct()
            .toList();
    return Optional.of(new NatView(Vlan.link(VlanId.LAN).text(), Nix.texts(internal)));
  }
}
