package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.OpenShiftProject.Network;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
import dev.homelabc.value.VlanId;
import java.util.Optional;

/// A NetworkAttachmentDefinition. Its plugin configuration carries frames and no addresses:
/// OpenShift does not support IPAM there for VMs.
///
/// @param localnet the bridge mapping that the nodes need
/// @param config JSON text
record NadView(
    Sourced<Name> name,
    Sourced<Name> namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> annotations,
    Optional<Sourced<String>> localnet,
    Yaml config) {
  /// Empty for a network that exists already.
  static Optional<NadView> of(OpenShiftProject project, Network network) {
    var config = config(project, network);
    return config.map(it ->
        new NadView(
            network.named(),
            project.namespace(),
            Labels.of(project),
            Wave.NETWORK.on(project, annotations(network.link())).unlessEmpty(),
            network.link() instanceof Link.Localnet(var physical)
                ? Optional.of(physical)
                : Optional.empty(),
            new Yaml.From(network.origin(), it.block())));
  }

  private static Optional<Yaml.Mapping> config(OpenShiftProject project, Network network) {
    var start =
        Yaml.mapping()
            .with("cniVersion", "0.3.1")
            .with("name", network.named().map(it -> project.namespace() + "-" + it));
    return switch (network.link()) {
      case Link.LinuxBridge(var bridge, _) ->
          Optional.of(
              start
                  .with("type", "bridge")
                  .with("bridge", bridge)
                  .with("vlan", vlan(network))
                  .with("mtu", mtu(network))
                  .with("macspoofchk", new Yaml.Flag(true))
                  .with("disableContainerInterface", new Yaml.Flag(true))
                  .with("preserveDefaultVlan", new Yaml.Flag(false))
                  .with("ipam", Yaml.mapping()));
      case Link.Localnet(var physical) ->
          Optional.of(
              ovn(start, project, network, "localnet")
                  .with("physicalNetworkName", physical)
                  .with("vlanID", vlan(network))
                  .with("mtu", mtu(network)));
      case Link.Layer2() ->
          Optional.of(ovn(start, project, network, "layer2").with("mtu", mtu(network)));
      case Link.Existing _ -> Optional.empty();
    };
  }

  private static Yaml.Mapping ovn(
      Yaml.Mapping start, OpenShiftProject project, Network network, String topology) {
    return start
        .with("type", "ovn-k8s-cni-overlay")
        .with("topology", topology)
        .with("netAttachDefName", network.named().map(it -> project.namespace() + "/" + it));
  }

  /// Keeps VMs on the nodes that have the bridge.
  private static Yaml.Mapping annotations(Link link) {
    return link instanceof Link.LinuxBridge(var bridge, _)
        ? Yaml.mapping()
            .with(
                "k8s.v1.cni.cncf.io/resourceName",
                bridge.map(it -> "bridge.network.kubevirt.io/" + it))
        : Yaml.mapping();
  }

  private static Optional<Yaml> vlan(Network network) {
    return network.vlan().map(it -> Yaml.whole(it.map(VlanId::number)));
  }

  private static Optional<Yaml> mtu(Network network) {
    return network.mtu().map(Yaml::whole);
  }
}
