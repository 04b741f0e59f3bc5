package dev.homelabc.emit.kubernetes;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Ipv4;
import java.util.Optional;

/// The configuration of `kubeadm init` on the first node of the control plane (API `v1beta4`).
///
/// @param node name under which that node joins
/// @param address its own address, which the other nodes reach
/// @param version with its `v`
/// @param endpoint what the other nodes join; further control planes cannot join without
record KubeadmView(
    String cluster,
    String node,
    Optional<String> address,
    Optional<String> version,
    Optional<String> endpoint,
    String podCidr,
    String serviceCidr) {

  static KubeadmView of(Cluster cluster) {
    var first = cluster.controlPlane().getFirst().value();
    var address = cluster.addressOf(first).map(Ipv4::toString);
    return new KubeadmView(
        cluster.name().text(),
        first.hostname().text(),
        address,
        cluster.version().map(it -> "v" + it.value().replaceFirst("^v", "")),
        cluster
            .endpoint()
            .map(Sourced::value)
            .or(() -> address.filter(_ -> cluster.controlPlane().size() > 1))
            .map(it -> it + ":6443"),
        cluster.podCidr().toString(),
        cluster.serviceCidr().toString());
  }
}
