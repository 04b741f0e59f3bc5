package dev.homelabc.emit.kubernetes;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Node;
import dev.homelabc.value.Ipv4;
import java.util.Optional;

/// The configuration of `kubeadm join` on a node (API `v1beta4`), without any token.
///
/// @param node name under which it joins
/// @param address under which the others reach it
record JoinView(String node, Optional<String> address, boolean isControlPlane) {
  static JoinView of(Cluster cluster, Node node) {
    return new JoinView(
        node.hostname().text(),
        cluster.addressOf(node).map(Ipv4::toString),
        cluster.isControlPlane(node));
  }
}
