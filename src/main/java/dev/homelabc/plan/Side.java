package dev.homelabc.plan;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Deployment;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.output.OutputTree;
import dev.homelabc.plan.Subject.Kind;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// One of the two labs: what it declares, and the files that it compiles to.
final class Side {
  private final Lab lab;
  private final Files files;
  private final Map<String, List<Fact>> facts = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private final SortedSet<Subject> subjects = new TreeSet<>();
  private final Map<String, MicroVm> microVms;
  private final Map<String, OpenShiftVm> openShiftVms;
  private final Map<String, Host> hosts;
  private final Map<String, Cluster> clusters;
  private final Map<String, Deployment> deployments;
  private final Map<String, OpenShiftProject> projects;

  private Side(Lab lab, OutputTree tree) {
    this.lab = lab;
    this.files = new Files(tree);
    this.microVms = byName(lab.microVms(), MicroVm::name);
    this.openShiftVms = byName(lab.openShiftVms(), OpenShiftVm::name);
    this.hosts = byName(lab.hosts(), Host::name);
    this.clusters = byName(lab.clusters(), Cluster::name);
    this.deployments = byName(lab.deployments(), Deployment::name);
    this.projects = byName(lab.projects(), OpenShiftProject::name);
  }

  /// A lab that compiles.
  ///
  /// @param isThere whether there is one: no file at all makes an empty one
  static Side of(Compilation compilation, boolean isThere) {
    var side = new Side(compilation.lab().orElseThrow(), compilation.tree().orElseThrow());
    for (var declaration : compilation.declarations()) {
      var kind = declaration.kind();
      if (!kind.equals("profile")) {
        var id = kind.equals("lab") ? Subject.LAB.id() : kind + " " + declaration.name();
        side.facts.put(id, FactReader.read(id, declaration));
        side.bases.put(id, declaration.base().text());
      }
    }
    if (isThere) {
      side.subjects.add(Subject.LAB);
    }
    side.lab.vlans().forEach(it -> side.add(Kind.VLAN, it.name()));
    side.microVms.keySet().forEach(it -> side.subjects.add(new Subject(Kind.MICROVM, it)));
    side.openShiftVms.keySet().forEach(it -> side.subjects.add(new Subject(Kind.OPENSHIFT_VM, it)));
    side.hosts.keySet().forEach(it -> side.subjects.add(new Subject(Kind.HOST, it)));
    side.clusters.keySet().forEach(it -> side.subjects.add(new Subject(Kind.CLUSTER, it)));
    side.deployments.keySet().forEach(it -> side.subjects.add(new Subject(Kind.DEPLOYMENT, it)));
    side.projects.keySet().forEach(it -> side.subjects.add(new Subject(Kind.PROJECT, it)));
    return side;
  }

  private void add(Kind kind, Name name) {
    subjects.add(new Subject(kind, name.text()));
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, Name> name) {
    var named = new TreeMap<String, T>();
    all.forEach(it -> named.put(name.apply(it).text(), it));
    return named;
  }

  Lab lab() {
    return lab;
  }

  Files files() {
    return files;
  }

  SortedSet<Subject> subjects() {
    return subjects;
  }

  /// What a declaration says, `vm web`.
  List<Fact> stated(String id) {
    return facts.getOrDefault(id, List.of());
  }

  /// All that declarations say.
  List<Fact> stated() {
    var all = new ArrayList<Fact>();
    new TreeMap<>(facts).values().forEach(all::addAll);
    return all;
  }

  /// The name under which a subject is declared: replicas share one.
  String base(Subject subject) {
    return bases.getOrDefault(subject.id(), subject.name());
  }

  Optional<MicroVm> microVm(String name) {
    return Optional.ofNullable(microVms.get(name));
  }

  Optional<OpenShiftVm> openShiftVm(String name) {
    return Optional.ofNullable(openShiftVms.get(name));
  }

  Optional<Host> host(String name) {
    return Optional.ofNullable(hosts.get(name));
  }

  Optional<Cluster> cluster(String name) {
    return Optional.ofNullable(clusters.get(name));
  }

  Optional<Deployment> deployment(String name) {
    return Optional.ofNullable(deployments.get(name));
  }

  Optional<OpenShiftProject> project(String name) {
    return Optional.ofNullable(projects.get(name));
  }
}
