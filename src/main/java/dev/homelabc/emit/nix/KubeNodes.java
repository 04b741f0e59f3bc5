package dev.homelabc.emit.nix;

import dev.homelabc.model.Lab;
import dev.homelabc.model.Node;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which machines are nodes of a Kubernetes cluster. Hosts and VMs share one name space.
final class KubeNodes {
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

  /// The address under which the other nodes reach one, where the lab knows it.
  static Optional<Ipv4> address(Lab lab, Node node) {
    return lab.clusters().stream()
        .filter(cluster -> cluster.nodes().stream().anyMatch(it -> it.name().equals(node.name())))
        .findFirst()
        .flatMap(cluster -> cluster.addressOf(node));
  }
}
