package dev.homelabc.model;

import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A workload in a cluster: a Deployment and, where it has ports, a Service.
///
/// @param env environment variables, sorted by name
/// @param nodeSelector labels that a node must all have, sorted by key
public record Deployment(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Sourced<Cluster> cluster,
    Sourced<String> image,
    Sourced<Integer> replicas,
    List<Port> ports,
    Map<String, Sourced<String>> env,
    Map<String, Sourced<String>> nodeSelector,
    List<HostPathMount> hostPaths,
    Sourced<Boolean> privileged)
    implements Declared {
  public Deployment {
    ports = List.copyOf(ports);
    env = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(env));
    nodeSelector = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(nodeSelector));
    hostPaths = List.copyOf(hostPaths);
  }

  /// A container port, 1 to 65535, and the NodePort under which nodes offer it.
  public record Port(
      Sourced<Name> name, Sourced<Integer> container, Optional<Sourced<Integer>> node) {}

  /// A folder of the node, mounted into the container.
  public record HostPathMount(Sourced<HostPath> source, Sourced<HostPath> mount) {}

  /// A Service in front of the pods.
  ///
  /// @param isOutside whether the nodes offer its ports too
  public record Service(String name, boolean isOutside, List<Port> ports) {}

  /// A NodePort Service would open every port of it on the nodes, so ports that the lab keeps
  /// inside the cluster get a Service of their own where there are both.
  public List<Service> services() {
    var outside = ports.stream().filter(port -> port.node().isPresent()).toList();
    var inside = ports.stream().filter(port -> port.node().isEmpty()).toList();
    var services = new ArrayList<Service>();
    if (!outside.isEmpty()) {
      services.add(new Service(name.text(), true, outside));
    }
    if (!inside.isEmpty()) {
      services.add(
          new Service(outside.isEmpty() ? name.text() : name + "-internal", false, inside));
    }
    return services;
  }

  @Override
  public String toString() {
    return name.text();
  }
}
