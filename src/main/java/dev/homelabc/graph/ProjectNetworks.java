package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.OpenShiftProject.Network;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
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

/// The networks of OpenShift projects, and the VMs that are attached to them.
final class ProjectNetworks {
  private final Lab lab;
  private final Language language;
  private final List<Edge> edges = new ArrayList<>();

  ProjectNetworks(Lab lab, Language language) {
    this.lab = lab;
    this.language = language;
  }

  /// The VLANs that networks of projects are in.
  static Stream<VlanId> vlans(Lab lab) {
    return lab.projects().stream()
        .flatMap(it -> it.networks().stream())
        .flatMap(it -> it.vlan().stream())
        .map(Sourced::value);
  }

  /// The edges of the frames so far.
  List<Edge> edges() {
    return edges;
  }

  Node frame(OpenShiftProject project) {
    var inside = new ArrayList<Node>();
    project.networks().forEach(it -> inside.add(network(project, it)));
    var groups = new LinkedHashMap<List<String>, List<OpenShiftVm>>();
    lab.in(project)
        .forEach(vm -> groups.computeIfAbsent(names(vm), _ -> new ArrayList<>()).add(vm));
    groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(inOrder(project)))
        .forEach(it -> inside.add(group(project, it.getKey(), it.getValue())));
    return Node.box(
            "openshift:" + project.name(),
            Kind.PROJECT,
            project.name().text(),
            List.of(Fact.of("namespace", project.namespace())))
        .noted(project.description().map(Sourced::value))
        .around(inside);
  }

  /// By the networks as the project has them, as lists are compared.
  private static Comparator<List<String>> inOrder(OpenShiftProject project) {
    var order = project.networks().stream().map(it -> it.name().text()).toList();
    return Comparator.comparing(
        names -> names.stream().mapToInt(order::indexOf).toArray(), Arrays::compare);
  }

  private Node network(OpenShiftProject project, Network network) {
    var facts = new ArrayList<Fact>();
    facts.add(
        switch (network.link()) {
          case Link.LinuxBridge(var bridge, _) -> Fact.of("bridge", bridge);
          case Link.Localnet(var physical) -> Fact.of("localnet", physical);
          case Link.Layer2() -> Fact.of("kind", "layer2");
          case Link.Existing(var nad) -> Fact.of("nad", nad);
        });
    network.vlan().ifPresent(it -> facts.add(Fact.of("vlan", it)));
    network.range().ifPresent(it -> facts.add(Fact.of("range", it)));
    network.gateway().ifPresent(it -> facts.add(Fact.of("gateway", it)));
    network.dns().forEach(it -> facts.add(Fact.of("dns", it)));
    network.mtu().ifPresent(it -> facts.add(Fact.of("mtu", it)));
    var vlan = network.vlan().map(Sourced::value);
    lab.vlans().stream()
        .filter(it -> it.tag().map(Sourced::value).equals(vlan) && vlan.isPresent())
        .forEach(it ->
            edges.add(
                Edge.of(
                        NetworkView.id(it),
                        id(project, network),
                        Edge.Kind.CARRIES,
                        List.of("vlan " + it.bridgeId()))
                    .in(vlan)));
    return Node.box(id(project, network), Kind.NETWORK, network.name().text(), facts).in(vlan);
  }

  private Node group(OpenShiftProject project, List<String> names, List<OpenShiftVm> vms) {
    var key = names.isEmpty() ? "pod" : String.join("+", names);
    var id = "group:" + project.name() + "/" + key;
    vms.getFirst().networks().stream()
        .map(it -> it.network().value())
        .distinct()
        .forEach(it ->
            edges.add(
                Edge.of(id(project, it), id, Edge.Kind.ATTACHES, List.of(it.name().text()))
                    .in(it.vlan().map(Sourced::value))));
    return Node.box(
            id,
            Kind.GROUP,
            names.isEmpty() ? Message.of("pod network").in(language) : String.join(" + ", names),
            List.of())
        .in(colour(vms.getFirst()))
        .around(vms.stream().map(VmFacts::attached).toList());
  }

  private static Optional<VlanId> colour(OpenShiftVm vm) {
    return vm.networks().stream()
        .findFirst()
        .flatMap(it -> it.network().value().vlan())
        .map(Sourced::value);
  }

  private static List<String> names(OpenShiftVm vm) {
    return vm.networks().stream()
        .map(it -> it.network().value().name().text())
        .distinct()
        .collect(Collectors.toList());
  }

  private static String id(OpenShiftProject project, Network network) {
    return "network:" + project.name() + "/" + network.name();
  }
}
