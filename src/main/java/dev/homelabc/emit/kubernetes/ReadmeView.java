package dev.homelabc.emit.kubernetes;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Deployment;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Cni;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.Optional;

/// `kubernetes/CLUSTER/README.md`: how the cluster comes to be.
///
/// @param first the node that initialises it
/// @param api where the API server is
/// @param cni the network plugin
/// @param release of the plugin
record ReadmeView(
    Sourced<Name> cluster,
    Optional<Sourced<String>> description,
    Sourced<Name> first,
    Optional<Sourced<String>> api,
    boolean isEndpoint,
    Sourced<Cni> cni,
    Release release,
    List<NodeView> nodes,
    List<NodeView> joining,
    boolean hasLabels,
    List<Sourced<Name>> deployments) {
  private static final int SSH = 22;

  /// @param name under which it joins
  /// @param address under which the other nodes reach it
  /// @param shell what runs a command there as root
  record NodeView(
      Sourced<Name> name,
      Optional<Sourced<Ipv4>> address,
      boolean isControlPlane,
      boolean isHost,
      Sourced<?> shell) {
    static NodeView of(Lab lab, Cluster cluster, Node node) {
      return new NodeView(
          node.named().map(_ -> node.hostname()),
          cluster.addressOf(node),
          cluster.isControlPlane(node),
          node instanceof Host,
          switch (node) {
            case MicroVm vm -> shell(lab, vm);
            case Host host -> shell(host);
          });
    }

    private static Sourced<?> shell(Lab lab, MicroVm vm) {
      var port = vm.sshPorts().stream().findFirst();
      var option =
          port.map(it -> it.value().from())
              .filter(it -> it != SSH)
              .map(it -> "-p " + it + " ")
              .orElse("");
      var to =
          lab.reach(vm)
              .map(address ->
                  vm.on()
                      .value()
                      .login()
                      .map(jump -> "ssh -J %s %sroot@%s \"$@\"".formatted(jump, option, address)));
      return port.<Sourced<?>>map(it -> it.map(_ -> to)).orElse(to);
    }

    private static Sourced<?> shell(Host host) {
      return host.login()
          .map(it ->
              it.user().equals("root")
                  ? "ssh %s \"$@\"".formatted(it)
                  : "ssh %s sudo sh -c \"$(printf %%q \"$*\")\"".formatted(it));
    }
  }

  static ReadmeView of(Lab lab, Cluster cluster) {
    return new ReadmeView(
        cluster.named(),
        cluster.description(),
        cluster.controlPlane().getFirst().map(Node::hostname),
        cluster.api(),
        cluster.endpoint().isPresent(),
        cluster.cni(),
        Release.of(cluster.cni().value()),
        cluster.nodes().stream().map(node -> NodeView.of(lab, cluster, node)).toList(),
        cluster.joining().stream().map(node -> NodeView.of(lab, cluster, node)).toList(),
        !cluster.labels().isEmpty(),
        lab.deployments().stream()
            .filter(it -> it.cluster().value().name().equals(cluster.name()))
            .map(Deployment::named)
            .toList());
  }
}
