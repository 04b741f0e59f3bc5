package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Gpu;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.InterfaceAddress;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.Size;
import dev.homelabc.value.VmLifetime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Binds a host.
final class HostBinder {
  private HostBinder() {}

  static Optional<Host> bind(Values values, Name name, Names<Vlan> vlans) {
    return Optional.of(
        new Host(
            name,
            Origin.written(values.place()),
            values.one("description", String.class),
            values.the("system", String.class),
            values.one("cpus", Integer.class),
            values.one("memory", Size.class),
            values.the("reserve", Size.class),
            values.one("disk", Size.class),
            values.one("gpu", Gpu.class),
            values.the("storage-root", HostPath.class),
            values.one("ssh", String.class),
            lan(values),
            bridge(values, vlans),
            addresses(values, vlans),
            tagged("route", values, vlans),
            tagged("nat", values, vlans),
            values.the("vms", VmLifetime.class),
            values.flag("libvirt"),
            values.many("module", String.class),
            values.many("nix", String.class)));
  }

  private static Optional<Host.Lan> lan(Values host) {
    var block = host.fields().one("lan");
    if (block.isEmpty()) {
      return Optional.empty();
    }
    var lan = host.in(block.get());
    return lan.required("address", InterfaceAddress.class, "address 192.168.0.15/24")
        .map(address ->
            new Host.Lan(
                address, lan.one("gateway", Ipv4.class), lan.many("dns", IpAddress.class)));
  }

  private static Host.Bridge bridge(Values host, Names<Vlan> vlans) {
    var block = host.fields().one("bridge");
    if (block.isEmpty()) {
      return new Host.Bridge(
          host.standard("bridge", InterfaceName.class), Optional.empty(), List.of());
    }
    var bridge = host.in(block.get());
    return new Host.Bridge(
        host.argument(block.get(), 0, InterfaceName.class)
            .orElseGet(() -> host.standard("bridge", InterfaceName.class)),
        bridge.one("uplink", InterfaceName.class),
        tagged("trunk", bridge, vlans));
  }

  private static List<Sourced<Vlan>> tagged(String property, Values values, Names<Vlan> vlans) {
    return vlans.resolve(values.many(property, String.class)).stream()
        .filter(it -> isTagged(it, property, values))
        .toList();
  }

  /// Whether what a property needs is true of a VLAN; reported if not.
  private static boolean isTagged(Sourced<Vlan> vlan, String property, Values values) {
    if (vlan.value().isUntagged()) {
      values
          .report()
          .accept(
              Diagnostic.at(
                      vlan.place(),
                      ModelCodes.LAN_AS_VLAN,
                      Message.of("`{0}` is for VLANs with a tag, `{1}` has none", property, vlan),
                      Message.of("the untagged LAN"))
                  .also(vlan.value().id().place(), Message.of("declared untagged here"))
                  .help(
                      switch (property) {
                        case "trunk" ->
                            Message.of("take it out: untagged frames leave through the uplink");
                        case "ip" ->
                            Message.of("state the address as `lan { address ADDRESS/PREFIX }`");
                        default -> Message.of("take it out: the LAN has a router of its own");
                      }));
    }
    return !vlan.value().isUntagged();
  }

  private static List<Host.VlanAddress> addresses(Values host, Names<Vlan> vlans) {
    return host.fields().all("ip").stream()
        .flatMap(entry -> {
          var vlan =
              host.argument(entry, 0, String.class)
                  .flatMap(vlans::resolve)
                  .filter(it -> isTagged(it, "ip", host));
          var address = host.argument(entry, 1, Ipv4.class);
          return vlan.isPresent() && address.isPresent()
              ? Stream.of(new Host.VlanAddress(vlan.get(), address.get()))
              : Stream.empty();
        })
        .toList();
  }
}
