package dev.homelabc.emit.kubernetes;

import dev.homelabc.model.Cluster;
import dev.homelabc.value.Cni;
import dev.homelabc.value.Ipv4;
import java.util.Optional;

/// The configuration of `kubeadm init` on the first node of the control plane (API `v1beta4`).
///
/// @param node name under which that node joins
/// @param address its own address, which the other nodes reach
/// @param version with its `v`
/// @param endpoint what the other nodes join; further control planes cannot join without
/// @param networkPlugin URL of the manifest that installs it: kubeadm does not
record KubeadmView(
    String cluster,
    String node,
    Optional<String> address,
    Optional<String> version,
    Optional<String> endpoint,
    String podCidr,
    String serviceCidr,
    String networkPlugin) {
  private static final int API_SERVER = 6443;

  static KubeadmView of(Cluster cluster) {
    var first = cluster.controlPlane().getFirst().value();
    var address = cluster.addressOf(first).map(Ipv4::toString);
    return new KubeadmView(
        cluster.name().text(),
        first.hostname().text(),
        address,
        cluster.version().map(it -> "v" + it.value().replaceFirst("^v", "")),
        cluster.controlPlane().size() > 1
            ? address.map(it -> it + ":" + API_SERVER)
            : Optional.empty(),
        cluster.podCidr().toString(),
        cluster.serviceCidr().toString(),
        manifest(cluster.cni().value()));
  }

  private static String manifest(Cni cni) {
    return switch (cni) {
      case FLANNEL ->
          "https://github.com/flannel-io/flannel/releases/latest/download/kube-flannel.yml";
    };
  }
}
