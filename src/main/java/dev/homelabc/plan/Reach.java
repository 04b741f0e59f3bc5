package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.emit.nix.HostKeys;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.plan.Fact.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What holds for a thing in a lab: what it says itself, what others say that it depends on, and
/// what follows from the lab.
final class Reach {
  private final Side side;

  Reach(Side side) {
    this.side = side;
  }

  /// The values by what tells them apart, its own first.
  Map<Mark, Fact> of(Subject subject) {
    var facts = new LinkedHashMap<Mark, Fact>();
    var owners = new LinkedHashSet<>(List.of(subject.id()));
    owners.addAll(owners(subject));
    for (var owner : owners) {
      for (var fact : side.stated(owner)) {
        if (CostTable.reached(fact.path()).contains(subject.kind()) && holds(subject, fact)) {
          facts.put(fact.mark(), fact);
        }
      }
    }
    derived(subject).forEach(it -> facts.put(it.mark(), it));
    return facts;
  }

  /// The declarations that a thing depends on, beside its own.
  Set<String> owners(Subject subject) {
    var owners = new LinkedHashSet<String>();
    switch (subject.kind()) {
      case LAB, VLAN -> {}
      case HOST ->
          side.host(subject.name())
              .ifPresent(host -> {
                Stream.of(
                        host.routes().stream(),
                        host.bridge().trunks().stream(),
                        host.addresses().stream().map(Host.VlanAddress::vlan),
                        side.lab().on(host).stream()
                            .flatMap(vm -> vm.nics().stream())
                            .map(MicroVm.Nic::vlan))
                    .flatMap(it -> it)
                    .forEach(it -> owners.add("vlan " + it));
                clusters(host).forEach(it -> owners.add("cluster " + it));
              });
      case MICROVM ->
          side.microVm(subject.name())
              .ifPresent(vm -> {
                owners.add("host " + vm.on());
                vm.nics().forEach(nic -> owners.add("vlan " + nic.vlan()));
                clusters(vm).forEach(it -> owners.add("cluster " + it));
              });
      case CLUSTER ->
          side.cluster(subject.name())
              .ifPresent(cluster ->
                  cluster.nodes().stream()
                      .flatMap(node -> cluster.vlanOf(node).stream())
                      .forEach(it -> owners.add("vlan " + it)));
      case DEPLOYMENT -> {}
      case PROJECT -> owners.addAll(vlans(subject.name()));
      case OPENSHIFT_VM ->
          side.openShiftVm(subject.name())
              .ifPresent(vm -> {
                owners.add("openshift " + vm.project());
                owners.addAll(vlans(vm.project().toString()));
              });
    }
    owners.add(Subject.LAB.id());
    return owners;
  }

  /// The VLANs of the lab that networks of a project name.
  private List<String> vlans(String project) {
    return side.stated("openshift " + project).stream()
        .filter(it -> it.path().equals("openshift/network/vlan"))
        .map(it -> "vlan " + it.value())
        .toList();
  }

  /// Whether a value of another declaration holds for it at all.
  private boolean holds(Subject subject, Fact fact) {
    return switch (subject.kind()) {
      case OPENSHIFT_VM ->
          side.openShiftVm(subject.name()).map(vm -> holds(vm, fact)).orElse(false);
      case CLUSTER -> !ClusterCosts.LISTS.contains(fact.path());
      case LAB, VLAN, HOST, MICROVM, DEPLOYMENT, PROJECT -> true;
    };
  }

  private static boolean holds(OpenShiftVm vm, Fact fact) {
    if (fact.path().equals("openshift/storage-class")) {
      return vm.disk().storageClass().isEmpty();
    }
    return !fact.path().startsWith("openshift/network")
        || vm.networks().stream()
            .map(it -> "network " + it.network().value().name())
            .anyMatch(it -> fact.label().equals(it) || fact.isInside(it));
  }

  private List<Fact> derived(Subject subject) {
    return switch (subject.kind()) {
      case LAB ->
          List.of(
              Fact.derived(
                  subject, LabCosts.NAME, Message.of("name"), side.lab().name().toString()));
      case VLAN, DEPLOYMENT, PROJECT -> List.of();
      case HOST -> side.host(subject.name()).map(it -> host(subject, it)).orElse(List.of());
      case MICROVM ->
          side.microVm(subject.name()).map(it -> microVm(subject, it)).orElse(List.of());
      case CLUSTER ->
          side.cluster(subject.name()).map(it -> cluster(subject, it)).orElse(List.of());
      case OPENSHIFT_VM ->
          side.openShiftVm(subject.name()).map(it -> openShiftVm(subject, it)).orElse(List.of());
    };
  }

  private List<Fact> host(Subject subject, Host host) {
    var facts = new ArrayList<Fact>();
    side.files()
        .entries("hosts/" + host + "/network.nix", "netdevs")
        .forEach((name, text) ->
            facts.add(
                Fact.derived(
                    subject,
                    HostCosts.NETDEV,
                    Message.of("interface {0}", name.substring(3)),
                    text)));
    for (var vm : side.lab().on(host)) {
      for (var nic : vm.nics()) {
        if (nic.isOnHostBridge()) {
          nic.device()
              .ifPresent(it ->
                  facts.add(
                      Fact.derived(
                          subject, HostCosts.TAP, Message.of("TAP {0}", it), port(nic.vlan()))));
        }
      }
    }
    var machine = side.files().text("hosts/" + host + "/default.nix").orElse("");
    if (machine.contains("boot.kernelParams")) {
      facts.add(Fact.derived(subject, HostCosts.PASSTHROUGH, Message.of("PCI passthrough"), ""));
    }
    side.lab().on(host).stream()
        .flatMap(vm -> vm.hardware().usb().stream())
        .map(it -> Fact.derived(subject, HostCosts.USB, Message.of("USB device {0}", it), ""))
        .distinct()
        .forEach(facts::add);
    facts.addAll(membership(subject, HostCosts.NODE, host));
    return facts;
  }

  /// What the host's side of a TAP has of its VLAN.
  private static String port(Sourced<Vlan> vlan) {
    return "vlan " + vlan;
  }

  private List<Fact> microVm(Subject subject, MicroVm vm) {
    var facts = new ArrayList<>(membership(subject, MicroVmCosts.NODE, vm));
    if (!vm.sshPorts().isEmpty()) {
      var place = HostKeys.source(vm).map(it -> "share").orElse("volume");
      facts.add(Fact.derived(subject, MicroVmCosts.HOST_KEY, Message.of("SSH host key"), place));
    }
    return facts;
  }

  private List<Fact> membership(Subject subject, String path, Node node) {
    return clusters(node).stream()
        .map(it -> {
          var role = it.isControlPlane(node) ? "control-plane" : "worker";
          return Fact.derived(subject, path, Message.of("node of cluster {0}", it), role);
        })
        .toList();
  }

  private List<Cluster> clusters(Node node) {
    return side.lab().clusters().stream()
        .filter(it -> it.nodes().stream().anyMatch(other -> other.name().equals(node.name())))
        .toList();
  }

  private static List<Fact> cluster(Subject subject, Cluster cluster) {
    var facts = new ArrayList<Fact>();
    for (var node : cluster.nodes()) {
      var role = cluster.isControlPlane(node) ? "control-plane" : "worker";
      facts.add(
          Fact.derived(subject, ClusterCosts.NODE, Message.of("node {0}", node.name()), role));
      cluster
          .addressOf(node)
          .ifPresent(it ->
              facts.add(
                  Fact.derived(
                      subject,
                      ClusterCosts.ADDRESS,
                      Message.of("node {0} address", node.name()),
                      it.toString())));
      facts.add(
          Fact.derived(
              subject,
              ClusterCosts.NODE_NAME,
              Message.of("node {0} host name", node.name()),
              node.hostname().text()));
    }
    return facts;
  }

  private List<Fact> openShiftVm(Subject subject, OpenShiftVm vm) {
    var addresses =
        vm.networks().stream()
            .flatMap(it ->
                it
                    .address()
                    .map(address ->
                        Fact.derived(
                            subject,
                            OpenShiftCosts.ADDRESS,
                            Message.of("address in {0}", it.network().value().name()),
                            address.toString()))
                    .stream());
    boolean isSpread =
        side.lab().in(vm.project().value()).stream()
                .filter(it -> it.group().equals(vm.group()))
                .count()
            > 1;
    var spread =
        Fact.derived(
            subject, OpenShiftCosts.SPREAD, Message.of("kept apart from the other replicas"), "");
    return Stream.concat(addresses, Stream.of(spread).filter(_ -> isSpread)).toList();
  }

  /// The files that are of this thing alone, or of its closure.
  SortedSet<String> files(Subject subject) {
    var name = subject.name();
    var files = side.files();
    return switch (subject.kind()) {
      case LAB, VLAN -> new TreeSet<>();
      case HOST -> {
        var own = files.closure("hosts/" + name + "/default.nix");
        own.addAll(files.below("hosts/" + name + "/"));
        yield own;
      }
      case MICROVM -> files.closure("vms/" + name + ".nix");
      case CLUSTER -> {
        var own = files.below("kubernetes/" + name + "/");
        side.lab().deployments().forEach(it -> own.remove(file(it.cluster().toString(), it)));
        yield own;
      }
      case DEPLOYMENT -> {
        var own = new TreeSet<String>();
        side.deployment(name).ifPresent(it -> own.add(file(it.cluster().toString(), it)));
        yield own;
      }
      case PROJECT -> {
        var own = files.below("openshift/" + name + "/networks/");
        own.addAll(files.below("openshift/" + name + "/argocd/"));
        yield own;
      }
      case OPENSHIFT_VM -> {
        var own = new TreeSet<String>();
        side.openShiftVm(name)
            .ifPresent(vm -> {
              var folder = "openshift/" + vm.project() + "/";
              own.add(folder + "vms/" + name + ".yaml");
              own.add(folder + "disks/" + name + "-os.yaml");
              own.add(folder + "services/" + vm.group() + ".yaml");
              own.add(folder + "services/" + vm.group() + ".endpoints.yaml");
              for (var of : List.of(name, vm.group().text(), vm.project() + "-ssh")) {
                own.addAll(files.below(folder + "secrets/" + of + "-"));
              }
            });
        yield own;
      }
    };
  }

  private static String file(String cluster, Object deployment) {
    return "kubernetes/" + cluster + "/" + deployment + ".yaml";
  }
}
