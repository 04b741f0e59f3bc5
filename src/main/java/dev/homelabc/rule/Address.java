package dev.homelabc.rule;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.source.Place;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Ipv4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An IPv4 address, who has it, and the network it should lie in.
///
/// @param owner words for who has it, such as "`web`" or "the gateway of VLAN `services`"
public record Address(Ipv4 ip, Message owner, Origin origin, Network network) {

  /// A network as the laws see it.
  ///
  /// @param words such as "VLAN `services`"
  public record Network(Message words, Cidr range, Place place, Optional<Sourced<Ipv4>> gateway) {
    public static Network of(Vlan vlan) {
      return new Network(
          Message.of("VLAN `{0}`", vlan),
          vlan.subnet().value(),
          vlan.subnet().place(),
          vlan.gateway());
    }

    /// Help for an address that may not be: those that may.
    public Message choose() {
      int edge = range.prefix() < 31 ? 1 : 0;
      var first = range.network().plus(edge);
      return Message.of("choose an address from `{0}` to `{1}`", first, range.last().plus(-edge));
    }
  }

  public Place place() {
    return origin.place();
  }

  public boolean isInside() {
    return network.range.contains(ip);
  }

  /// The first address of a network that has one to spare: of two addresses (/31) both are hosts.
  public boolean isNetwork() {
    return network.range.prefix() < 31 && ip.equals(network.range.network());
  }

  public boolean isBroadcast() {
    return network.range.prefix() < 31 && ip.equals(network.range.last());
  }

  public boolean isGateway() {
    return network.gateway.map(it -> it.value().equals(ip)).orElse(false);
  }

  /// The stated addresses of microVMs, and those of hosts inside VLANs. Left out: the gateway
  /// address where a host routes the VLAN, for that host is meant to carry it.
  static List<Address> written(Lab lab) {
    var all = new ArrayList<Address>();
    for (var it : Attached.of(lab)) {
      it.nic()
          .address()
          .ifPresent(ip -> all.add(new Address(ip.value(), it.owner(), ip.origin(), network(it))));
    }
    for (var host : lab.hosts()) {
      for (var it : host.addresses()) {
        var vlan = it.vlan().value();
        var address =
            new Address(
                it.address().value(),
                Message.of("host `{0}`", host),
                it.address().origin(),
                Network.of(vlan));
        if (!host.isGatewayOf(vlan) || !address.isGateway()) {
          all.add(address);
        }
      }
    }
    return all;
  }

  /// The network of an interface; the LAN's router is there whether or not an untagged VLAN names
  /// it.
  private static Network network(Attached attached) {
    var vlan = attached.nic().vlan().value();
    var network = Network.of(vlan);
    var router =
        attached.vm().on().value().lan().filter(_ -> vlan.isUntagged()).flatMap(Host.Lan::gateway);
    return new Network(
        network.words, network.range, network.place, network.gateway.or(() -> router));
  }

  /// The addresses of hosts in their LANs.
  static List<Address> lans(Lab lab) {
    var all = new ArrayList<Address>();
    for (var host : lab.hosts()) {
      host.lan()
          .ifPresent(lan -> {
            var network =
                new Network(
                    Message.of("the LAN of host `{0}`", host),
                    lan.address().value().network(),
                    lan.address().place(),
                    lan.gateway());
            all.add(
                new Address(
                    lan.address().value().address(),
                    Message.of("host `{0}`", host),
                    lan.address().origin(),
                    network));
          });
    }
    return all;
  }

  /// The gateways of VLANs, of hosts' LANs and of OpenShift networks.
  static List<Address> gateways(Lab lab) {
    var all = new ArrayList<Address>();
    for (var vlan : lab.vlans()) {
      vlan.gateway().ifPresent(it -> all.add(gateway(it, Network.of(vlan))));
    }
    for (var lan : lans(lab)) {
      lan.network.gateway.ifPresent(it -> all.add(gateway(it, lan.network)));
    }
    for (var project : lab.projects()) {
      for (var it : project.networks()) {
        if (it.range().isPresent() && it.gateway().isPresent()) {
          var range = it.range().get();
          var network =
              new Network(
                  Message.of("network `{0}`", it.name()),
                  range.value(),
                  range.place(),
                  it.gateway());
          all.add(gateway(it.gateway().get(), network));
        }
      }
    }
    return all;
  }

  private static Address gateway(Sourced<Ipv4> ip, Network network) {
    return new Address(
        ip.value(), Message.of("the gateway of {0}", network.words), ip.origin(), network);
  }
}
