package dev.homelabc.model;

import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.RunStrategy;
import dev.homelabc.value.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A KubeVirt VirtualMachine.
///
/// @param group the name in the declaration; replicas of one declaration share it, and the Secret
/// @param index number of the replica, from 0
/// @param preference name of a VirtualMachineClusterPreference
/// @param nodeSelector labels that a node must all have, sorted by key
/// @param cloudInit cloud-init user data, which may hold `{{ password }}` placeholders
/// @param user the account whose password is asked for where the user data names none
public record OpenShiftVm(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Name group,
    int index,
    Sourced<OpenShiftProject> project,
    Compute compute,
    Optional<Sourced<String>> preference,
    Sourced<Image> image,
    Sourced<Size> disk,
    Optional<Sourced<String>> storageClass,
    List<Attachment> networks,
    Map<String, Sourced<String>> nodeSelector,
    Optional<Sourced<Affinity>> affinity,
    Optional<Sourced<String>> cloudInit,
    Optional<Sourced<String>> user,
    Sourced<RunStrategy> runStrategy)
    implements Vm {
  public OpenShiftVm {
    networks = List.copyOf(networks);
    nodeSelector = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(nodeSelector));
  }

  /// Where the root disk is copied from.
  public sealed interface Image {
    /// An image fetched over HTTP or HTTPS.
    record Url(String url) implements Image {}

    /// A containerDisk in a registry, without the `docker://` scheme.
    record Registry(String reference) implements Image {}
  }

  /// A network interface: the network, and the address where the network has a range.
  ///
  /// @param first offset of the address of replica 0 in the range: the VM's own or the network's
  public record Attachment(
      Sourced<OpenShiftProject.Network> network, Sourced<Integer> first, Optional<Ipv4> address) {}

  @Override
  public String toString() {
    return name.text();
  }
}
