package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.rule.Address;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Pooled;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.source.Place;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// All networks of a lab share one space of addresses, but for OpenShift's layer 2 overlays: those
/// have no uplink and meet nothing.
///
/// An address outside its network, and one that is its own network's gateway, are other laws'
/// business: each mistake is reported once.
public final class DuplicateIp implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-ip",
          "Two machines have the same IPv4 address.",
          "Each answers ARP for it, and connections go to whichever answered last.",
          example("10.0.20.10"),
          example("10.0.20.11"));

  private static String example(String second) {
    return """
    host box

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
    }

    vm db {
      vlan services
      ip %s
      mac 02:00:00:00:20:11
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", second);
  }

  /// An address in its space: the overlay's project and network, or nothing.
  private record Spot(List<Name> overlay, Ipv4 ip) {}

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    var uses = new ArrayList<Use<Spot>>();
    // By the use itself: its parts are much to hash, and there may be very many.
    var counted = new IdentityHashMap<Use<Spot>, Pooled>();
    for (var address : index.addresses()) {
      if (address.isInside() && !address.isGateway()) {
        uses.add(use(address, List.of()));
      }
    }
    for (var pooled : index.pooled()) {
      if (pooled.fits() && !pooled.address().isGateway()) {
        var use =
            use(
                pooled.address(),
                pooled.network().link() instanceof Link.Layer2
                    ? List.of(pooled.vm().project().value().name(), pooled.network().name())
                    : List.of());
        counted.put(use, pooled);
        uses.add(use);
      }
    }
    var routed = new HashSet<Place>();
    lab.hosts().forEach(host -> host.routes().forEach(route -> routed.add(route.place())));
    hosts(lab, uses);
    // The VMs of a group have one way out of it, in each network, and there may be many.
    var advice = new HashMap<List<Name>, Message>();
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(
                        first, CODE, Message.of("address `{0}` is used twice", again.value().ip()))
                    .help(help(first, again, uses, counted, routed, advice))));
  }

  private static Message help(
      Use<Spot> first,
      Use<Spot> again,
      List<Use<Spot>> uses,
      IdentityHashMap<Use<Spot>, Pooled> counted,
      Set<Place> routed,
      Map<List<Name>, Message> advice) {
    if (routed.contains(first.place()) && routed.contains(again.place())) {
      return Message.of("let one host route the VLAN");
    }
    var pooled = counted.get(again);
    if (pooled == null) {
      return Message.of("give each machine its own address");
    }
    var group = pooled.vm().group();
    return advice.computeIfAbsent(
        List.of(group, pooled.network().name()), _ -> elsewhere(pooled, uses, counted));
  }

  private static Message elsewhere(
      Pooled pooled, List<Use<Spot>> uses, IdentityHashMap<Use<Spot>, Pooled> counted) {
    var group = pooled.vm().group();
    var taken = new HashSet<Ipv4>();
    int replicas = 0;
    for (var use : uses) {
      var other = counted.get(use);
      if (other == null || !other.vm().group().equals(group)) {
        taken.add(use.value().ip());
      } else if (other.network().equals(pooled.network())) {
        replicas++;
      }
    }
    return pooled
        .free(taken, replicas)
        .map(it ->
            Message.of(
                "let the addresses of vm `{0}` begin elsewhere in the range: `first {1}`",
                group, it))
        .orElse(Message.of("make the range larger, or run fewer replicas"));
  }

  private static Use<Spot> use(Address address, List<Name> overlay) {
    return new Use<>(new Spot(overlay, address.ip()), address.owner(), address.origin());
  }

  /// The LAN addresses of hosts, and the gateways of VLANs: in the hands of the hosts that route
  /// them, or of some router that the lab only knows by this address.
  private static void hosts(Lab lab, List<Use<Spot>> uses) {
    var routed = new HashSet<Name>();
    // Two VLANs with one gateway have overlapping subnets, which another law reports.
    var owners = new HashMap<Ipv4, Name>();
    for (var vlan : lab.vlans()) {
      vlan.gateway().ifPresent(it -> owners.putIfAbsent(it.value(), vlan.name()));
    }
    for (var host : lab.hosts()) {
      host.lan()
          .map(lan -> lan.address())
          .ifPresent(it ->
              uses.add(
                  Use.of(
                      it,
                      new Spot(List.of(), it.value().address()),
                      Message.of("host `{0}`", host))));
      for (var route : host.routes()) {
        var vlan = route.value();
        routed.add(vlan.name());
        vlan.gateway()
            .filter(gateway -> vlan.name().equals(owners.get(gateway.value())))
            .ifPresent(gateway ->
                uses.add(
                    Use.of(
                        route,
                        new Spot(List.of(), gateway.value()),
                        Message.of("host `{0}` as the gateway of VLAN `{1}`", host, vlan))));
      }
    }
    for (var vlan : lab.vlans()) {
      vlan.gateway()
          .filter(gateway -> !routed.contains(vlan.name()))
          .filter(gateway -> vlan.name().equals(owners.get(gateway.value())))
          .filter(gateway -> vlan.subnet().value().contains(gateway.value()))
          .ifPresent(it ->
              uses.add(
                  Use.of(
                      it,
                      new Spot(List.of(), it.value()),
                      Message.of("the gateway of VLAN `{0}`", vlan))));
    }
  }
}
