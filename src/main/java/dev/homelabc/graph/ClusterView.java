package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Deployment;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Clusters with their nodes and workloads.
final class ClusterView {
  private final Lab lab;
  private final Language language;
  private final List<Edge> edges = new ArrayList<>();

  ClusterView(Lab lab, Language language) {
    this.lab = lab;
    this.language = language;
  }

  Graph graph() {
    var frames = new ArrayList<Node>();
    lab.clusters().forEach(it -> frames.add(cluster(it)));
    var projects = new ProjectServices(lab);
    lab.projects().forEach(it -> frames.add(projects.frame(it)));
    return new Graph(
        View.CLUSTER,
        language,
        View.CLUSTER.heading(lab).in(language),
        lab.description().map(Sourced::value),
        Tint.of(lab.vlans().stream().map(Vlan::bridgeId).toList()),
        frames,
        edges);
  }

  private Node cluster(Cluster cluster) {
    var facts = new ArrayList<Fact>();
    cluster.version().ifPresent(it -> facts.add(Fact.of("version", it)));
    cluster.endpoint().ifPresent(it -> facts.add(Fact.of("endpoint", it)));
    facts.add(Fact.of("pod-cidr", cluster.podCidr()));
    facts.add(Fact.of("service-cidr", cluster.serviceCidr()));
    facts.add(Fact.of("cni", cluster.cni()));
    var inside = new ArrayList<Node>();
    var control = "role:" + cluster.name() + "/control-plane";
    inside.add(
        role(control, Message.of("control plane").in(language), cluster, cluster.controlPlane()));
    var workers = "role:" + cluster.name() + "/worker";
    if (!cluster.workers().isEmpty()) {
      inside.add(role(workers, Message.of("workers").in(language), cluster, cluster.workers()));
      edges.add(
          Edge.of(
              control,
              workers,
              Edge.Kind.JOINS,
              cluster.api().map(it -> "api " + it).stream().toList()));
    }
    for (var it : lab.deployments()) {
      if (it.cluster().value().name().equals(cluster.name())) {
        inside.add(deployment(it));
        edges.add(
            Edge.of(
                cluster.workers().isEmpty() ? control : workers,
                id(it),
                Edge.Kind.RUNS,
                it.ports().stream()
                    .flatMap(port -> port.node().map(node -> port.name() + " " + node).stream())
                    .toList()));
      }
    }
    return Node.box("cluster:" + cluster.name(), Kind.CLUSTER, cluster.name().text(), facts)
        .noted(cluster.description().map(Sourced::value))
        .around(inside);
  }

  private static Node role(
      String id, String title, Cluster cluster, List<Sourced<dev.homelabc.model.Node>> machines) {
    return Node.box(id, Kind.ROLE, title, List.of())
        .around(machines.stream().map(it -> machine(cluster, it.value())).toList());
  }

  private static Node machine(Cluster cluster, dev.homelabc.model.Node node) {
    var facts = new ArrayList<Fact>();
    cluster
        .addressOf(node)
        .map(it -> Fact.of("ip", it))
        .map(it -> cluster.vlanOf(node).map(vlan -> it.in(vlan.bridgeId())).orElse(it))
        .ifPresent(facts::add);
    switch (node) {
      case Host _ -> {}
      case MicroVm vm -> {
        facts.add(Fact.of("on", vm.on()));
        facts.add(Fact.of("vcpu", vm.vcpu()));
        facts.add(Fact.of("memory", vm.memory()));
      }
    }
    cluster.labels().stream()
        .filter(it -> it.node().value().name().equals(node.name()))
        .forEach(it -> facts.add(Fact.of("label", it.key() + "=" + it.value())));
    return switch (node) {
      case Host host -> Node.box("host:" + host.name(), Kind.HOST, host.name().text(), facts);
      case MicroVm vm -> Node.box(VmFacts.id(vm), Kind.VM, vm.name().text(), facts);
    };
  }

  private static String id(Deployment deployment) {
    return "deployment:" + deployment.name();
  }

  private static Node deployment(Deployment it) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("image", it.image()));
    facts.add(Fact.of("replicas", it.replicas()));
    it.ports()
        .forEach(port ->
            facts.add(
                Fact.of(
                    "port",
                    port.name()
                        + " "
                        + port.container()
                        + port.node().map(node -> ", node " + node).orElse(""))));
    selector(it.nodeSelector(), facts);
    it.hostPaths()
        .forEach(path -> facts.add(Fact.of("host-path", path.source() + " " + path.mount())));
    if (it.privileged().value()) {
      facts.add(Fact.of("privileged", "true"));
    }
    return Node.box(id(it), Kind.DEPLOYMENT, it.name().text(), facts)
        .noted(it.description().map(Sourced::value));
  }

  private static void selector(Map<String, Sourced<String>> labels, List<Fact> facts) {
    labels.forEach((key, value) -> facts.add(Fact.of("node", key + "=" + value)));
  }
}
