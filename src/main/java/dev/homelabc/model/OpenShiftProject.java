package dev.homelabc.model;

import dev.homelabc.value.Cidr;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.VlanId;
import java.util.List;
import java.util.Optional;

/// A project (namespace) of an OpenShift Virtualization cluster and the networks its VMs may use.
///
/// @param nodeLabels the labels by which its VMs may select nodes; none says nothing
/// @param imageMirrors URLs below which the images lie that its cluster can reach; none says
///   nothing
public record OpenShiftProject(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Sourced<Name> namespace,
    Optional<Sourced<String>> storageClass,
    List<Network> networks,
    List<NodeLabel> nodeLabels,
    List<Sourced<String>> imageMirrors,
    Optional<ArgoCd> argoCd)
    implements Declared {
  public OpenShiftProject {
    nodeLabels = List.copyOf(nodeLabels);
    networks = List.copyOf(networks);
    imageMirrors = List.copyOf(imageMirrors);
  }

  /// Whence Argo CD applies the project.
  ///
  /// @param path the output folder in the repository
  /// @param namespace where Argo CD runs
  /// @param project Argo CD's own
  public record ArgoCd(
      Sourced<String> repository,
      Sourced<String> revision,
      Sourced<String> path,
      Sourced<Name> namespace,
      Sourced<String> project) {}

  /// A label that nodes have, and its values among them.
  public record NodeLabel(Sourced<String> key, List<Sourced<String>> values) {
    public NodeLabel {
      values = List.copyOf(values);
    }
  }

  /// A secondary network. Without a range its VMs use DHCP; with one, replica number i (from 0) of
  /// a VM gets the address network + first + i.
  ///
  /// @param link what the NetworkAttachmentDefinition points at
  /// @param mtu in bytes
  /// @param first offset in the range of the addresses of VMs that name none of their own
  public record Network(
      Name name,
      Origin origin,
      Link link,
      Optional<Sourced<VlanId>> vlan,
      Optional<Sourced<Integer>> mtu,
      Optional<Sourced<Cidr>> range,
      Optional<Sourced<Ipv4>> gateway,
      List<Sourced<IpAddress>> dns,
      Sourced<Integer> first)
      implements Declared {
    public Network {
      dns = List.copyOf(dns);
    }
  }

  /// How a network reaches the world outside the cluster.
  public sealed interface Link {
    /// A Linux bridge on the nodes (CNI plugin `bridge`).
    ///
    /// @param kind where the lab says so; a default where the bridge's name does
    record LinuxBridge(Sourced<String> bridge, Origin kind) implements Link {}

    /// OVN-Kubernetes localnet: the name of a bridge mapping on the nodes.
    record Localnet(Sourced<String> physical) implements Link {}

    /// OVN-Kubernetes layer 2: an overlay without an uplink.
    record Layer2() implements Link {}

    /// A NetworkAttachmentDefinition that exists: NAMESPACE/NAME.
    record Existing(Sourced<String> nad) implements Link {}
  }

  @Override
  public String toString() {
    return name.text();
  }
}
