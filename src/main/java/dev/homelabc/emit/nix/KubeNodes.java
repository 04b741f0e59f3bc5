package dev.homelabc.emit.nix;

import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which machines are nodes of a Kubernetes cluster. Hosts and VMs share one name space.
public final class KubeNodes {
  private KubeNodes() {}

  static Set<Name> of(Lab lab) {
    return lab.clusters().stream()
        .flatMap(cluster -> cluster.nodes().stream())
        .map(Node::name)
        .collect(Collectors.toSet());
  }

  static boolean contain(Lab lab, Node node) {
    return of(lab).contains(node.name());
  }

  static boolean isControlPlane(Lab lab, Node node) {
    return lab.clusters().stream()
        .flatMap(cluster -> cluster.controlPlane().stream())
        .anyMatch(it -> it.value().name().equals(node.name()));
  }

  /// The modules that make a machine a node of its clusters, as paths in the tree.
  static List<Sourced<String>> modules(Lab lab, Node node) {
    var modules = new TreeMap<String, Origin>();
    for (var cluster : lab.clusters()) {
      for (var joined : cluster.joined(node)) {
        modules.putIfAbsent("k8s-cni-" + cluster.cni(), cluster.cni().origin());
        modules.putIfAbsent(
            switch (node) {
              case MicroVm _ -> "k8s-kubeadm-base";
              case Host _ ->
                  isControlPlane(lab, node) ? "k8s-control-plane-host" : "k8s-worker-host";
            },
            joined.origin());
      }
    }
    return modules.entrySet().stream()
        .map(it -> new Sourced<>("modules/nixos/" + it.getKey() + ".nix", it.getValue()))
        .toList();
  }

  /// The image of the sandbox that kubeadm of the oldest release in the lab expects. Source:
  /// PauseVersion in cmd/kubeadm/app/constants of Kubernetes: 3.10 up to 1.33, 3.10.1 since.
  public static String pause(Lab lab) {
    boolean isOld =
        lab.clusters().stream()
            .flatMap(cluster -> cluster.version().stream())
            .anyMatch(version -> Integer.parseInt(version.value().split("\\.", -1)[1]) < 34);
    return "registry.k8s.io/pause:" + (isOld ? "3.10" : "3.10.1");
  }

  /// The address under which the other nodes reach one, where the lab knows it.
  static Optional<Sourced<Ipv4>> address(Lab lab, Node node) {
    return lab.clusters().stream()
        .filter(cluster -> cluster.nodes().stream().anyMatch(it -> it.name().equals(node.name())))
        .findFirst()
        .flatMap(cluster -> cluster.addressOf(node));
  }
}
