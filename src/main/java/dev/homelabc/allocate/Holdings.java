package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the IPv4 addresses that a lab states, of machines and of what is no machine.
final class Holdings {
  private final List<Holding> all = new ArrayList<>();

  private Holdings() {}

  static List<Holding> of(Lab lab) {
    var holdings = new Holdings();
    lab.vlans().forEach(holdings::vlan);
    lab.hosts().forEach(holdings::host);
    holdings.dns(lab.dns());
    for (var vm : lab.microVms()) {
      for (var nic : vm.nics()) {
        nic.address().ifPresent(ip -> holdings.add(ip, Message.of("`{0}`", vm)));
      }
    }
    lab.clusters().forEach(holdings::endpoint);
    for (var vm : lab.openShiftVms()) {
      for (var it : vm.networks()) {
        // An overlay has no uplink: its addresses meet nobody's.
        if (!(it.network().value().link() instanceof Link.Layer2)) {
          it.address()
              .ifPresent(ip ->
                  holdings.all.add(Holding.of(ip, Message.of("`{0}`", vm), it.network().place())));
        }
      }
    }
    return holdings.all;
  }

  /// Of two addresses (/31) both are machines'.
  private static boolean hasEdges(Cidr subnet) {
    return subnet.prefix() < 31;
  }

  /// Whether an address is the network's own or the broadcast address.
  static boolean isEdge(Cidr subnet, Ipv4 ip) {
    return hasEdges(subnet) && (ip.equals(subnet.network()) || ip.equals(subnet.last()));
  }

  private void vlan(Vlan vlan) {
    var subnet = vlan.subnet();
    if (hasEdges(subnet.value())) {
      add(subnet.map(Cidr::network), Message.of("the network"));
      add(subnet.map(Cidr::last), Message.of("broadcast"));
    }
    vlan.gateway().ifPresent(it -> add(it, Message.of("the gateway")));
    vlan.dhcp()
        .ifPresent(pool ->
            all.add(
                new Holding(
                    pool.value().from(),
                    pool.value().to(),
                    Message.of("the DHCP pool"),
                    Optional.of(pool.place()))));
    dns(vlan.dns());
  }

  private void host(Host host) {
    var owner = Message.of("host `{0}`", host);
    host.addresses().forEach(it -> add(it.address(), owner));
    host.lan()
        .ifPresent(lan -> {
          add(lan.address().map(it -> it.address()), owner);
          lan.gateway().ifPresent(it -> add(it, Message.of("the gateway of the LAN")));
          dns(lan.dns());
        });
  }

  /// An address by itself, which moves between the nodes of a control plane.
  private void endpoint(Cluster cluster) {
    for (var it : cluster.endpoint().stream().toList()) {
      if (Ipv4.read(it.value()) instanceof Reading.Good<Ipv4>(var ip)) {
        all.add(Holding.of(ip, Message.of("the API of cluster `{0}`", cluster), it.place()));
      }
    }
  }

  private void dns(List<Sourced<IpAddress>> servers) {
    for (var it : servers) {
      if (it.value() instanceof Ipv4 ip) {
        all.add(Holding.of(ip, Message.of("a DNS server"), it.place()));
      }
    }
  }

  private void add(Sourced<Ipv4> ip, Message owner) {
    all.add(Holding.of(ip.value(), owner, ip.place()));
  }
}
