package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.OpenShiftProject.Network;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A range of addresses, and what uses it.
///
/// @param words such as "VLAN `services`"
/// @param origin empty for what no lab states
record Claim(Cidr range, Message words, Optional<Origin> origin, Purpose purpose) {
  /// What Tailscale gives its machines, of the addresses that RFC 6598 keeps for carriers.
  private static final Cidr TAILNET = new Cidr(new Ipv4(100 << 24 | 64 << 16), 10);

  sealed interface Purpose {
    record OfVlan(Vlan vlan) implements Purpose {}

    /// Of the untagged network of hosts.
    ///
    /// @param hosts all that have an address in it
    record OfLan(List<Host> hosts) implements Purpose {}

    record OfProject(Network network) implements Purpose {}

    /// Of pods or services.
    record OfCluster(Name cluster) implements Purpose {}

    record OfTailnet() implements Purpose {}
  }

  /// All that share one space of addresses: OpenShift's layer 2 overlays have no uplink and meet
  /// nothing. What several hosts or projects say of one network stands once.
  static List<Claim> of(LabIndex index) {
    var all = new ArrayList<Claim>();
    for (var vlan : index.lab().vlans()) {
      var words = Message.of("VLAN `{0}`", vlan);
      all.add(claim(vlan.subnet(), words, new Purpose.OfVlan(vlan)));
    }
    all.addAll(lans(index));
    all.addAll(projects(index));
    index.lab().clusters().forEach(it -> all.addAll(cluster(it)));
    all.add(
        new Claim(
            TAILNET,
            Message.of("Tailscale and carriers"),
            Optional.empty(),
            new Purpose.OfTailnet()));
    return all;
  }

  private static Claim claim(Sourced<Cidr> range, Message words, Purpose purpose) {
    return new Claim(range.value(), words, Optional.of(range.origin()), purpose);
  }

  private static List<Claim> lans(LabIndex index) {
    var hosts = new LinkedHashMap<Cidr, List<Host>>();
    for (var host : index.lab().hosts()) {
      host.lan()
          .map(it -> it.address().value().network())
          .ifPresent(it -> hosts.computeIfAbsent(it, _ -> new ArrayList<>()).add(host));
    }
    var claims = new ArrayList<Claim>();
    hosts.forEach((range, its) -> {
      var first = its.getFirst();
      claims.add(
          new Claim(
              range,
              Message.of("the LAN of host `{0}`", first),
              first.lanOrigin(),
              new Purpose.OfLan(its)));
    });
    return claims;
  }

  /// Without those that take the subnet of their VLAN.
  private static List<Claim> projects(LabIndex index) {
    var ofVlans =
        index.lab().vlans().stream().map(it -> it.subnet().place()).collect(Collectors.toSet());
    var claims = new LinkedHashMap<Object, Claim>();
    for (var project : index.lab().projects()) {
      for (var network : project.networks()) {
        var range = network.range().filter(it -> !ofVlans.contains(it.place()));
        if (range.isPresent() && !(network.link() instanceof Link.Layer2)) {
          var words = Message.of("network `{0}`", network.name());
          claims.putIfAbsent(
              identity(network), claim(range.get(), words, new Purpose.OfProject(network)));
        }
      }
    }
    return List.copyOf(claims.values());
  }

  /// What tells one physical network from another. Nobody here knows what is behind a
  /// NetworkAttachmentDefinition that exists.
  private static Object identity(Network network) {
    var range = network.range().orElseThrow().value();
    var wire =
        network.vlan().isPresent()
            ? network.vlan().get().toString()
            : switch (network.link()) {
              case Link.LinuxBridge(var bridge, _) -> "bridge " + bridge;
              case Link.Localnet(var physical) -> "localnet " + physical;
              case Link.Layer2 _, Link.Existing _ -> "";
            };
    return List.of(range, wire);
  }

  private static List<Claim> cluster(Cluster cluster) {
    var pods =
        claim(
            cluster.podCidr(),
            Message.of("the pods of cluster `{0}`", cluster),
            new Purpose.OfCluster(cluster.name()));
    var services =
        claim(
            cluster.serviceCidr(),
            Message.of("the services of cluster `{0}`", cluster),
            new Purpose.OfCluster(cluster.name()));
    return List.of(pods, services);
  }

  /// Whether two are one network, or never meet.
  boolean agrees(Claim other, LabIndex index) {
    return agrees(purpose, other.purpose, range.equals(other.range), index)
        || agrees(other.purpose, purpose, range.equals(other.range), index);
  }

  private static boolean agrees(Purpose one, Purpose other, boolean isSame, LabIndex index) {
    return switch (one) {
      case Purpose.OfVlan(var vlan) ->
          switch (other) {
            case Purpose.OfLan(var hosts) ->
                isSame
                    && (vlan.isUntagged()
                        || vlan.bridgeId().equals(VlanId.LAN)
                        || hosts.stream().noneMatch(it -> carries(it, vlan, index)));
            case Purpose.OfProject(var network) -> isIn(network, vlan, isSame);
            case Purpose.OfVlan _, Purpose.OfCluster _, Purpose.OfTailnet _ -> false;
          };
      case Purpose.OfLan _ -> isSame && other instanceof Purpose.OfProject;
      // Clusters do not see each other's, and NestedClusterCidr tells of one inside the other.
      case Purpose.OfCluster(var cluster) ->
          other instanceof Purpose.OfCluster(var another) && !(isSame && cluster.equals(another));
      case Purpose.OfProject _, Purpose.OfTailnet _ -> false;
    };
  }

  /// A network without a tag may be in any VLAN of its nodes' switch.
  private static boolean isIn(Network network, Vlan vlan, boolean isSame) {
    return network.vlan().isEmpty()
        ? isSame
        : network.vlan().map(Sourced::value).equals(vlan.tag().map(Sourced::value));
  }

  private static boolean carries(Host host, Vlan vlan, LabIndex index) {
    return host.isGatewayOf(vlan)
        || host.isTrunking(vlan)
        || host.addresses().stream().anyMatch(it -> it.vlan().value().name().equals(vlan.name()))
        || index.taps(host).stream()
            .anyMatch(it -> it.nic().vlan().value().name().equals(vlan.name()));
  }
}
