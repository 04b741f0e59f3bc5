package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Start;
import dev.homelabc.value.VmLifetime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Hosts and projects with what they and their VMs have. VMs of a host that start after the same
/// ones are one group.
final class HostsView {
  private final Lab lab;
  private final Language language;
  private final List<Edge> edges = new ArrayList<>();

  HostsView(Lab lab, Language language) {
    this.lab = lab;
    this.language = language;
  }

  Graph graph() {
    var frames = new ArrayList<Node>();
    lab.hosts().forEach(it -> frames.add(host(it)));
    lab.projects().forEach(it -> frames.add(project(it)));
    return new Graph(
        View.HOSTS,
        language,
        View.HOSTS.heading(lab).in(language),
        lab.description().map(Sourced::value),
        Map.of(),
        frames,
        edges);
  }

  private Node host(Host host) {
    var facts = new ArrayList<Fact>();
    host.cpus().ifPresent(it -> facts.add(Fact.of("cpus", it)));
    host.memory().ifPresent(it -> facts.add(Fact.of("memory", it)));
    facts.add(Fact.of("reserve", host.reserve()));
    host.disk().ifPresent(it -> facts.add(Fact.of("disk", it)));
    host.gpu().ifPresent(it -> facts.add(Fact.of("gpu", it)));
    facts.add(Fact.of("system", host.system()));
    facts.add(Fact.of("ssh", host.login()));
    facts.add(Fact.of("storage-root", host.storageRoot()));
    if (host.vms().value() == VmLifetime.IMPERATIVE) {
      facts.add(Fact.of("vms", host.vms()));
    }
    return Node.box("host:" + host.name(), Kind.HOST, host.name().text(), facts)
        .noted(host.description().map(Sourced::value))
        .around(groups(host));
  }

  private List<Node> groups(Host host) {
    var groups = new LinkedHashMap<List<String>, List<MicroVm>>();
    for (var vm : lab.on(host)) {
      groups.computeIfAbsent(predecessors(vm), _ -> new ArrayList<>()).add(vm);
    }
    var groupOf = new TreeMap<String, String>();
    groups.forEach(
        (after, vms) -> vms.forEach(vm -> groupOf.put(vm.name().text(), id(host, after))));
    var nodes = new ArrayList<Node>();
    groups.forEach((after, vms) -> {
      after.stream()
          .map(groupOf::get)
          .distinct()
          .forEach(from ->
              edges.add(
                  Edge.of(
                      from,
                      id(host, after),
                      Edge.Kind.STARTS_BEFORE,
                      after.stream()
                          .filter(it -> from.equals(groupOf.get(it)))
                          .map(it -> "after " + it)
                          .toList())));
      nodes.add(
          Node.box(id(host, after), Kind.GROUP, title(after), List.of())
              .around(vms.stream().map(VmFacts::equipped).toList()));
    });
    return nodes;
  }

  private static String id(Host host, List<String> after) {
    return "group:" + host.name() + "/" + (after.isEmpty() ? "first" : String.join("+", after));
  }

  private String title(List<String> after) {
    return after.isEmpty()
        ? Message.of("start with the host").in(language)
        : "after " + String.join(", ", after);
  }

  private List<String> predecessors(MicroVm vm) {
    return lab.starts().stream()
        .filter(it -> it.vm().name().equals(vm.name()))
        .map(Start::after)
        .map(it -> it.value().name().text())
        .sorted()
        .distinct()
        .toList();
  }

  private Node project(OpenShiftProject project) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("namespace", project.namespace()));
    project.storageClass().ifPresent(it -> facts.add(Fact.of("storage-class", it)));
    var vms = lab.in(project).stream().map(VmFacts::equipped).toList();
    var id = "openshift:" + project.name();
    var group =
        vms.isEmpty()
            ? Optional.<Node>empty()
            : Optional.of(
                Node.box("group:" + project.name() + "/vms", Kind.GROUP, "", List.of())
                    .around(vms));
    return Node.box(id, Kind.PROJECT, project.name().text(), facts)
        .noted(project.description().map(Sourced::value))
        .around(group.stream().toList());
  }
}
