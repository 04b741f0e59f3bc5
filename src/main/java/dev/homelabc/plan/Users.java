package dev.homelabc.plan;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Deployment;
import dev.homelabc.model.Host;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.plan.Mentions.Mention;
import dev.homelabc.plan.Subject.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who depends on the machines that a plan takes away for a while or for good, by what the lab to
/// come says.
final class Users {
  private static final Set<Kind> MACHINES = Set.of(Kind.HOST, Kind.MICROVM, Kind.OPENSHIFT_VM);

  private final Side old;
  private final Side now;
  private final List<Entry> entries;
  private final Set<String> away;
  private final Mentions mentions;

  Users(Side old, Side now, List<Entry> entries) {
    this.old = old;
    this.now = now;
    this.entries = entries;
    this.away =
        entries.stream()
            .filter(it -> MACHINES.contains(it.subject().kind()) && it.isAway())
            .map(it -> it.subject().name())
            .collect(Collectors.toCollection(HashSet::new));
    this.mentions = Mentions.in(now);
  }

  /// The entries with the users of each.
  List<Entry> named() {
    return entries.stream()
        .map(it -> away.contains(it.subject().name()) && it.isAway() ? it.with(of(it)) : it)
        .toList();
  }

  private List<Use> of(Entry entry) {
    var subject = entry.subject();
    var uses = new ArrayList<Use>();
    switch (subject.kind()) {
      case LAB, VLAN, CLUSTER, DEPLOYMENT, PROJECT -> {
        return List.of();
      }
      case HOST -> now.host(subject.name()).ifPresent(it -> uses.addAll(host(it)));
      case MICROVM -> now.microVm(subject.name()).ifPresent(it -> uses.addAll(node(it)));
      case OPENSHIFT_VM -> {}
    }
    uses.addAll(mentioned(subject, entry.state() == State.REMOVED ? old : now));
    return Use.sorted(uses);
  }

  private List<Use> host(Host host) {
    var uses = new ArrayList<>(node(host));
    add(uses, Use.Kind.RUNS, now.lab().on(host).stream());
    add(
        uses,
        Use.Kind.GATEWAY,
        now.lab().microVms().stream()
            .filter(vm -> !vm.on().value().name().equals(host.name()))
            .filter(vm -> vm.nics().stream().anyMatch(it -> host.isGatewayOf(it.vlan().value()))));
    return uses;
  }

  private static void add(List<Use> uses, Use.Kind kind, Stream<MicroVm> vms) {
    var users = names(vms.map(it -> "vm " + it));
    if (!users.isEmpty()) {
      uses.add(Use.of(kind, users));
    }
  }

  private static SortedSet<String> names(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Use> node(Node node) {
    var uses = new ArrayList<Use>();
    for (var cluster : now.lab().clusters()) {
      if (cluster.nodes().stream().noneMatch(it -> it.name().equals(node.name()))) {
        continue;
      }
      var kind = cluster.isControlPlane(node) ? controlPlane(cluster) : Use.Kind.WORKER;
      uses.add(new Use(kind, cluster.name().text(), new TreeSet<>()));
      var alone =
          now.lab().deployments().stream()
              .filter(it -> it.cluster().value().name().equals(cluster.name()))
              .filter(it -> isOnly(node, it, cluster))
              .map(it -> "deployment " + it);
      var workloads = names(alone);
      if (!workloads.isEmpty()) {
        uses.add(Use.of(Use.Kind.ONLY_NODE, workloads));
      }
    }
    return uses;
  }

  /// etcd decides by more than half of its members, and each node of the control plane has one.
  private Use.Kind controlPlane(Cluster cluster) {
    int all = cluster.controlPlane().size();
    long up =
        cluster.controlPlane().stream()
            .filter(it -> !away.contains(it.value().name().text()))
            .count();
    return up > all / 2 ? Use.Kind.SPARE : Use.Kind.API;
  }

  private static boolean isOnly(Node node, Deployment deployment, Cluster cluster) {
    if (deployment.nodeSelector().isEmpty()) {
      return false;
    }
    var fitting = cluster.nodes().stream().filter(it -> fits(it, deployment, cluster)).toList();
    return fitting.size() == 1 && fitting.getFirst().name().equals(node.name());
  }

  private static boolean fits(Node node, Deployment deployment, Cluster cluster) {
    return deployment.nodeSelector().entrySet().stream()
        .allMatch(wanted ->
            cluster.labels().stream()
                .anyMatch(it ->
                    it.node().value().name().equals(node.name())
                        && it.key().value().equals(wanted.getKey())
                        && it.value().value().equals(wanted.getValue().value())));
  }

  private List<Use> mentioned(Subject subject, Side side) {
    var found = new LinkedHashMap<String, Use>();
    for (var word : words(subject, side)) {
      for (var mention : mentions.of(word)) {
        add(found, subject, side, mention);
      }
    }
    return List.copyOf(found.values());
  }

  private void add(Map<String, Use> found, Subject subject, Side side, Mention mention) {
    var users = new TreeSet<>(mention.users());
    users.remove(subject.id());
    if (users.isEmpty() && mention.on().isEmpty()) {
      return;
    }
    var kind =
        mention.kind() == Use.Kind.NAMED && isRegistry(subject, side)
            ? Use.Kind.IMAGES
            : mention.kind();
    found.merge(
        kind + " " + mention.on(),
        new Use(kind, mention.on(), users),
        (one, other) -> {
          var all = new TreeSet<>(one.users());
          all.addAll(other.users());
          return new Use(kind, mention.on(), all);
        });
  }

  private static boolean isRegistry(Subject subject, Side side) {
    return side.microVm(subject.name()).stream()
        .flatMap(it -> it.services().stream())
        .anyMatch(it -> it.name().value().equals("dockerRegistry"));
  }

  /// The addresses and names under which others may know it.
  private static Set<String> words(Subject subject, Side side) {
    var words = new TreeSet<String>();
    switch (subject.kind()) {
      case LAB, VLAN, CLUSTER, DEPLOYMENT, PROJECT -> {}
      case HOST ->
          side.host(subject.name())
              .ifPresent(it -> {
                it.lan().ifPresent(lan -> words.add(lan.address().value().address().toString()));
                it.addresses().forEach(own -> words.add(own.address().toString()));
                names(words, it.hostname().text(), side);
              });
      case MICROVM ->
          side.microVm(subject.name())
              .ifPresent(it -> {
                it.nics().stream()
                    .flatMap(nic -> nic.address().stream())
                    .forEach(ip -> words.add(ip.toString()));
                names(words, it.hostname().text(), side);
              });
      case OPENSHIFT_VM ->
          side.openShiftVm(subject.name())
              .ifPresent(it -> {
                it.networks().stream()
                    .flatMap(network -> network.address().stream())
                    .forEach(ip -> words.add(ip.toString()));
                names(words, it.name().text(), side);
              });
    }
    return words;
  }

  private static void names(Set<String> words, String name, Side side) {
    words.add(name);
    side.lab().domain().ifPresent(it -> words.add(name + "." + it));
  }
}
