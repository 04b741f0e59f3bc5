package dev.homelabc.model;

import dev.homelabc.value.Cidr;
import dev.homelabc.value.Cni;
import dev.homelabc.value.InterfaceAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Kubernetes cluster made with kubeadm.
///
/// @param version Kubernetes release such as `1.34.2`; empty lets kubeadm take its own
public record Cluster(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Optional<Sourced<String>> version,
    List<Sourced<Node>> controlPlane,
    List<Sourced<Node>> workers,
    Sourced<Cidr> podCidr,
    Sourced<Cidr> serviceCidr,
    Sourced<Cni> cni,
    Optional<Sourced<String>> endpoint,
    List<NodeLabel> labels)
    implements Declared {
  public Cluster {
    controlPlane = List.copyOf(controlPlane);
    workers = List.copyOf(workers);
    labels = List.copyOf(labels);
  }

  /// A label put on a node after it has joined.
  public record NodeLabel(Sourced<Node> node, Sourced<String> key, Sourced<String> value) {}

  /// Control plane first, then workers, in the order written.
  public List<Node> nodes() {
    return Stream.concat(controlPlane.stream(), workers.stream()).map(Sourced::value).toList();
  }

  /// Where it names a machine as its node.
  public List<Sourced<Node>> joined(Node node) {
    return Stream.concat(controlPlane.stream(), workers.stream())
        .filter(it -> it.value().name().equals(node.name()))
        .toList();
  }

  /// Where all nodes reach the API server: what the lab states, else the first node's address.
  public Optional<Sourced<String>> api() {
    return endpoint.or(
        () -> addressOf(controlPlane.getFirst().value()).map(it -> it.map(Ipv4::toString)));
  }

  public boolean isControlPlane(Node node) {
    return controlPlane.stream().anyMatch(it -> it.value().name().equals(node.name()));
  }

  /// The nodes that join the first one.
  public List<Node> joining() {
    return nodes().stream().skip(1).toList();
  }

  /// The address under which the other nodes reach one. A host may have several: its own in a VLAN
  /// of the control plane, else in one of another node; else the gateway's there, if it routes the
  /// VLAN; else any that it has. Empty if the lab knows none.
  public Optional<Sourced<Ipv4>> addressOf(Node node) {
    return switch (node) {
      case MicroVm vm -> vm.nic().address();
      case Host host -> {
        var met = met();
        yield Stream.of(
                met.stream().flatMap(vlan -> own(host, vlan)),
                met.stream().filter(host::isGatewayOf).flatMap(vlan -> vlan.gateway().stream()),
                host.addresses().stream().map(Host.VlanAddress::address),
                host.lan().stream().map(it -> it.address().map(InterfaceAddress::address)),
                host.routes().stream().flatMap(it -> it.value().gateway().stream()))
            .flatMap(it -> it)
            .findFirst();
      }
    };
  }

  /// The VLAN in which the other nodes reach one, where it is in one.
  public Optional<Vlan> vlanOf(Node node) {
    return switch (node) {
      case MicroVm vm -> Optional.of(vm.nic().vlan().value());
      case Host host -> {
        var address = addressOf(host);
        yield Stream.concat(
                host.addresses().stream().map(Host.VlanAddress::vlan), host.routes().stream())
            .map(Sourced::value)
            .filter(vlan ->
                address.filter(it -> vlan.subnet().value().contains(it.value())).isPresent())
            .findFirst();
      }
    };
  }

  /// The largest packet that gets from any node to any other, in bytes.
  public Sourced<Integer> packet() {
    return nodes().stream()
        .flatMap(node -> vlanOf(node).stream())
        .min(Comparator.comparingInt(Vlan::packet))
        .flatMap(Vlan::mtu)
        .orElse(new Sourced<>(Vlan.ETHERNET_MTU, origin.asDefault()));
  }

  /// The VLANs of the nodes that are VMs, the control plane's first.
  private List<Vlan> met() {
    return nodes().stream()
        .flatMap(it -> it instanceof MicroVm vm ? Stream.of(vm.nic().vlan().value()) : Stream.of())
        .distinct()
        .toList();
  }

  private static Stream<Sourced<Ipv4>> own(Host host, Vlan vlan) {
    return host.addresses().stream()
        .filter(it -> it.vlan().value().name().equals(vlan.name()))
        .map(Host.VlanAddress::address);
  }

  @Override
  public String toString() {
    return name.text();
  }
}
