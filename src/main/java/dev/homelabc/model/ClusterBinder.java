package dev.homelabc.model;

import dev.homelabc.value.Cidr;
import dev.homelabc.value.Cni;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Binds a Kubernetes cluster.
final class ClusterBinder {
  private ClusterBinder() {}

  static Optional<Cluster> bind(Values values, Name name, Nodes nodes) {
    if (values.fields().one("control-plane").isEmpty()) {
      values.missing("control-plane", "control-plane k8s-master");
    }
    var controlPlane = nodes.resolve(values.many("control-plane", String.class));
    var workers = nodes.resolve(values.many("worker", String.class));
    var labels = labels(values, nodes);
    if (controlPlane.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Cluster(
            name,
            Origin.written(values.place()),
            values.one("description", String.class),
            values.one("version", String.class),
            controlPlane,
            workers,
            values.the("pod-cidr", Cidr.class),
            values.the("service-cidr", Cidr.class),
            values.the("cni", Cni.class),
            values.one("endpoint", String.class),
            labels));
  }

  private static List<Cluster.NodeLabel> labels(Values cluster, Nodes nodes) {
    var labels = new ArrayList<Cluster.NodeLabel>();
    for (var entry : cluster.fields().all("label")) {
      var node = cluster.argument(entry, 0, String.class);
      var key = cluster.argument(entry, 1, String.class);
      var value = cluster.argument(entry, 2, String.class);
      if (node.isPresent() && key.isPresent() && value.isPresent()) {
        nodes
            .resolve(List.of(node.get()))
            .forEach(it -> labels.add(new Cluster.NodeLabel(it, key.get(), value.get())));
      }
    }
    return labels;
  }
}
