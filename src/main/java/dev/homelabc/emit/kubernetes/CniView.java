package dev.homelabc.emit.kubernetes;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Cni;
import java.util.Optional;

/// What a network plugin has to know of the cluster.
///
/// @param mtu of the nodes, in bytes
/// @param overhead of the tunnel, in bytes
/// @param podMtu of the pods, in bytes
/// @param api where the API server is
record CniView(
    Sourced<Cidr> podCidr,
    Sourced<Integer> mtu,
    int overhead,
    Sourced<Integer> podMtu,
    Optional<Sourced<String>> api) {
  static CniView of(Cluster cluster) {
    var mtu = cluster.packet();
    return new CniView(
        cluster.podCidr(), mtu, Cni.OVERHEAD, mtu.map(it -> it - Cni.OVERHEAD), cluster.api());
  }
}
