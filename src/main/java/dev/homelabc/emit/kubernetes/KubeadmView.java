package dev.homelabc.emit.kubernetes;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.Optional;

/// The configuration of `kubeadm init` on the first node of the control plane (API `v1beta4`).
///
/// @param node name under which that node joins
/// @param address its own address, which the other nodes reach
/// @param version with its `v`
/// @param endpoint what the other nodes join; further control planes cannot join without
record KubeadmView(
    Sourced<Name> cluster,
    Sourced<Name> node,
    Optional<Sourced<Ipv4>> address,
    Optional<Sourced<String>> version,
    Optional<Sourced<String>> endpoint,
    Sourced<Cidr> podCidr,
    Sourced<Cidr> serviceCidr) {

  static KubeadmView of(Cluster cluster) {
    var first = cluster.controlPlane().getFirst();
    var address = cluster.addressOf(first.value());
    return new KubeadmView(
        cluster.named(),
        first.map(Node::hostname),
        address,
        cluster.version().map(it -> it.map(version -> "v" + version.replaceFirst("^v", ""))),
        cluster
            .endpoint()
            .or(() ->
                address
                    .filter(_ -> cluster.controlPlane().size() > 1)
                    .map(it -> it.map(Ipv4::toString)))
            .map(it -> it.map(endpoint -> endpoint + ":6443")),
        cluster.podCidr(),
        cluster.serviceCidr());
  }
}
