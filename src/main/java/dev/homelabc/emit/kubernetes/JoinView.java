package dev.homelabc.emit.kubernetes;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.Optional;

/// The configuration of `kubeadm join` on a node (API `v1beta4`), without any token.
///
/// @param node name under which it joins
/// @param address under which the others reach it
record JoinView(Sourced<Name> node, Optional<Sourced<Ipv4>> address, boolean isControlPlane) {
  static JoinView of(Cluster cluster, Node node) {
    return new JoinView(
        node.named().map(_ -> node.hostname()),
        cluster.addressOf(node),
        cluster.isControlPlane(node));
  }
}
