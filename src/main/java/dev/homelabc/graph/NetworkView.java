package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// VLANs on one side, on the other the hosts with their bridges and what is attached to them. VMs
/// of a host that are attached alike are one group with one edge for each VLAN, so that two hundred
/// VMs are no more lines than ten.
final class NetworkView {
  private final Lab lab;
  private final Language language;
  private final Map<String, Node> outside = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  NetworkView(Lab lab, Language language) {
    this.lab = lab;
    this.language = language;
  }

  Graph graph() {
    var frames = new ArrayList<Node>();
    lab.hosts().forEach(it -> frames.add(host(it)));
    vlans().forEach(it -> outside.put(id(it), vlan(it)));
    var projects = new ProjectNetworks(lab, language);
    lab.projects().forEach(it -> frames.add(projects.frame(it)));
    edges.addAll(projects.edges());
    return new Graph(
        View.NETWORK,
        language,
        View.NETWORK.heading(lab).in(language),
        lab.description().map(Sourced::value),
        Tint.of(
            Stream.concat(lab.vlans().stream().map(Vlan::bridgeId), ProjectNetworks.vlans(lab))
                .toList()),
        Stream.concat(outside.values().stream(), frames.stream()).toList(),
        edges);
  }

  /// By their ids, as they are counted.
  private List<Vlan> vlans() {
    return lab.vlans().stream().sorted(Comparator.comparing(Vlan::bridgeId)).toList();
  }

  static String id(Vlan vlan) {
    return "vlan:" + vlan.name();
  }

  private static Node vlan(Vlan vlan) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("id", vlan.id()));
    facts.add(Fact.of("subnet", vlan.subnet()));
    vlan.gateway().ifPresent(it -> facts.add(Fact.of("gateway", it)));
    vlan.dhcp().ifPresent(it -> facts.add(Fact.of("dhcp", it)));
    vlan.dns().forEach(it -> facts.add(Fact.of("dns", it)));
    vlan.mtu().ifPresent(it -> facts.add(Fact.of("mtu", it)));
    return Node.box(id(vlan), Kind.VLAN, vlan.name().text(), facts)
        .noted(vlan.description().map(Sourced::value))
        .in(Optional.of(vlan.bridgeId()));
  }

  private Node host(Host host) {
    var bridge = "bridge:" + host.name() + "/" + host.bridge().name();
    var facts = new ArrayList<Fact>();
    host.bridge().uplink().ifPresent(it -> facts.add(Fact.of("uplink", it)));
    lan(host, bridge);
    vlans().stream()
        .filter(it -> !it.isUntagged())
        .filter(it -> isOnBridge(it, host))
        .forEach(it ->
            edges.add(
                Edge.of(id(it), bridge, Edge.Kind.CARRIES, labels(it, host))
                    .in(Optional.of(it.bridgeId()))));
    var inside = new ArrayList<Node>();
    inside.add(Node.box(bridge, Kind.BRIDGE, host.bridge().name().toString(), facts));
    var groups =
        lab.on(host).stream()
            .collect(
                Collectors.groupingBy(
                    NetworkView::attachments, LinkedHashMap::new, Collectors.toList()));
    groups.entrySet().stream()
        .sorted(Comparator.comparing(it -> it.getValue().getFirst(), inOrder()))
        .forEach(it -> inside.add(group(host, bridge, it.getKey(), it.getValue())));
    return Node.box("host:" + host.name(), Kind.HOST, host.name().text(), List.of())
        .noted(host.description().map(Sourced::value))
        .around(inside);
  }

  /// By the VLANs that they are in, as lists are compared.
  private static Comparator<MicroVm> inOrder() {
    return Comparator.comparing(
        VmFacts::vlans,
        (one, other) -> Arrays.compare(one.toArray(VlanId[]::new), other.toArray(VlanId[]::new)));
  }

  /// The untagged network behind an uplink: a VLAN where the lab has one for it.
  private void lan(Host host, String bridge) {
    var untagged = lab.vlans().stream().filter(Vlan::isUntagged).findFirst();
    var uplink = host.bridge().uplink();
    boolean hasLan = host.lan().isPresent() || host.asksForLan();
    if (!hasLan && untagged.filter(it -> isOnBridge(it, host)).isEmpty()) {
      return;
    }
    var labels = new ArrayList<String>();
    uplink.ifPresent(it -> labels.add("uplink " + it));
    host.lan()
        .ifPresentOrElse(
            it -> labels.add("ip " + it.address()),
            () -> {
              if (host.asksForLan()) {
                labels.add("ip dhcp");
              }
            });
    host.lan()
        .flatMap(Host.Lan::gateway)
        .filter(_ -> untagged.isEmpty())
        .ifPresent(it -> labels.add("gateway " + it));
    edges.add(
        Edge.of(
                untagged.map(NetworkView::id).orElseGet(() -> lan(host)),
                bridge,
                Edge.Kind.CARRIES,
                labels)
            .in(untagged.map(Vlan::bridgeId)));
  }

  /// A node for the LAN that no VLAN describes; hosts with addresses in one subnet share it.
  private String lan(Host host) {
    var subnet = host.lan().map(it -> it.address().value().network().toString());
    var id = "lan:" + subnet.orElse("dhcp");
    outside.computeIfAbsent(
        id,
        _ ->
            Node.box(
                id, Kind.LAN, "LAN", subnet.map(it -> Fact.of("subnet", it)).stream().toList()));
    return id;
  }

  private boolean isOnBridge(Vlan vlan, Host host) {
    return !ways(vlan, host).isEmpty()
        || addresses(vlan, host).findAny().isPresent()
        || lab.on(host).stream()
            .flatMap(vm -> vm.nics().stream())
            .anyMatch(nic -> nic.isOnHostBridge() && nic.vlan().value().name().equals(vlan.name()));
  }

  private List<String> labels(Vlan vlan, Host host) {
    var ways = Stream.concat(Stream.of(shown(vlan)), ways(vlan, host).stream());
    return Stream.concat(
            Stream.of(ways.collect(Collectors.joining(" · "))),
            addresses(vlan, host).map(it -> "ip " + it))
        .toList();
  }

  /// What a host does with a VLAN; nothing with one that is inside it only.
  private static List<String> ways(Vlan vlan, Host host) {
    var ways = new ArrayList<String>();
    if (host.isTrunking(vlan)) {
      ways.add("trunk");
    }
    if (host.isGatewayOf(vlan)) {
      ways.add("route");
    }
    if (host.nats().stream().anyMatch(it -> it.value().name().equals(vlan.name()))) {
      ways.add("nat");
    }
    return ways;
  }

  private static Stream<Ipv4> addresses(Vlan vlan, Host host) {
    return host.addresses().stream()
        .filter(it -> it.vlan().value().name().equals(vlan.name()))
        .map(it -> it.address().value());
  }

  /// How a VM is attached, by interface: the VLAN, and how it gets there.
  private static List<String> attachments(MicroVm vm) {
    return vm.nics().stream()
        .map(it -> it.vlan().value().name() + way(it.link()))
        .distinct()
        .toList();
  }

  private static String way(MicroVm.Link link) {
    return switch (link) {
      case MicroVm.Link.Tap _ -> "";
      case MicroVm.Link.Macvtap(_, var under, _) -> " macvtap " + under;
      case MicroVm.Link.Bridge(var bridge) -> " bridge " + bridge;
    };
  }

  private Node group(Host host, String bridge, List<String> attachments, List<MicroVm> vms) {
    var id = "group:" + host.name() + "/" + String.join("+", attachments).replace(' ', '-');
    var first = vms.getFirst();
    first.nics().stream()
        .collect(
            Collectors.toMap(
                it -> it.vlan().value().name() + way(it.link()),
                it -> it,
                (one, _) -> one,
                LinkedHashMap::new))
        .values()
        .forEach(nic -> edges.add(attachment(nic, bridge, id)));
    return Node.box(id, Kind.GROUP, String.join(" + ", attachments), List.of())
        .in(Optional.of(VmFacts.vlans(first).getFirst()))
        .around(vms.stream().map(VmFacts::attached).toList());
  }

  private Edge attachment(MicroVm.Nic nic, String bridge, String group) {
    var vlan = nic.vlan().value();
    return (nic.isOnHostBridge()
            ? Edge.of(bridge, group, Edge.Kind.ATTACHES, List.of(shown(vlan)))
            : Edge.of(id(vlan), group, Edge.Kind.ATTACHES, List.of(way(nic.link()).strip())))
        .in(Optional.of(vlan.bridgeId()));
  }

  private String shown(Vlan vlan) {
    return vlan.tag().map(it -> "vlan " + it).orElseGet(() -> Message.of("untagged").in(language));
  }
}
