package dev.homelabc.rule;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.rule.capacity.Ledger;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A lab and what several laws look up in it, computed once.
///
/// @param nics network interfaces of microVMs in VLANs
/// @param addresses of microVMs, and of hosts inside VLANs
/// @param lans addresses of hosts in their LANs
/// @param gateways of VLANs, of hosts' LANs and of OpenShift networks
/// @param pooled addresses that OpenShift VMs get from the ranges of their networks
/// @param labelsByCluster labels of nodes by the name of their cluster
/// @param ledger what each host has and what its VMs ask for
public record LabIndex(
    Lab lab,
    List<Attached> nics,
    List<Address> addresses,
    List<Address> lans,
    List<Address> gateways,
    List<Pooled> pooled,
    Map<Name, NodeLabels> labelsByCluster,
    Ledger ledger) {
  public static LabIndex of(Lab lab) {
    return new LabIndex(
        lab,
        Attached.of(lab),
        Address.written(lab),
        Address.lans(lab),
        Address.gateways(lab),
        Pooled.of(lab),
        lab.clusters().stream().collect(Collectors.toMap(Cluster::name, NodeLabels::of)),
        Ledger.of(lab));
  }

  /// The TAPs on a host's bridge.
  public List<Attached> taps(Host host) {
    return on(host).stream()
        .flatMap(vm -> Attached.of(vm).stream())
        .filter(it -> it.nic().isOnHostBridge())
        .toList();
  }

  public List<MicroVm> on(Host host) {
    return lab.on(host);
  }

  public NodeLabels nodeLabels(Cluster cluster) {
    return Objects.requireNonNull(labelsByCluster.get(cluster.name()));
  }
}
