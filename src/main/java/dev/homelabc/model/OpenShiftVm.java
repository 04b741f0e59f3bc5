package dev.homelabc.model;

import dev.homelabc.value.EvictionStrategy;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.RunStrategy;
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
/// @param eviction what happens when its node is drained; else the cluster's choice
/// @param ports that its Service offers
/// @param guestAgent whether the QEMU guest agent runs in it
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
    RootDisk disk,
    List<Attachment> networks,
    Map<String, Sourced<String>> nodeSelector,
    Optional<Sourced<Affinity>> affinity,
    Optional<Sourced<String>> cloudInit,
    Optional<Sourced<String>> user,
    Sourced<RunStrategy> runStrategy,
    Optional<Sourced<EvictionStrategy>> eviction,
    List<Gpu> gpus,
    List<Port> ports,
    Sourced<Boolean> guestAgent)
    implements Vm {
  public OpenShiftVm {
    networks = List.copyOf(networks);
    gpus = List.copyOf(gpus);
    ports = List.copyOf(ports);
    nodeSelector = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(nodeSelector));
  }

  /// A GPU of the cluster.
  ///
  /// @param resource as its device plugin calls it, such as `nvidia.com/GA102GL_A10`
  public record Gpu(Sourced<String> name, Sourced<String> resource) {}

  /// A network interface: the network, and the address where the network has a range.
  ///
  /// @param first offset of the address of replica 0 in the range: the VM's own or the network's
  public record Attachment(
      Sourced<OpenShiftProject.Network> network, Sourced<Integer> first, Optional<Ipv4> address) {}

  /// Where others reach it: its first fixed address. Empty in the pod network, where a Service
  /// finds it by its labels.
  public Optional<Ipv4> address() {
    return networks.stream().flatMap(it -> it.address().stream()).findFirst();
  }

  @Override
  public String toString() {
    return name.text();
  }
}
