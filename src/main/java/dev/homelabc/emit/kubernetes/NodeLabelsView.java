package dev.homelabc.emit.kubernetes;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.TreeMap;

/// The labels of a cluster's nodes, as objects to apply once the nodes have joined.
///
/// A kubelet could set some of them itself, but refuses most of those under `kubernetes.io`.
record NodeLabelsView(List<Labeled> nodes) {
  record Labeled(Sourced<Name> name, Yaml.Mapping labels) {}

  static NodeLabelsView of(Cluster cluster) {
    var nodes = new TreeMap<Name, Labeled>();
    for (var label : cluster.labels()) {
      var name = label.node().map(Node::hostname);
      var earlier = nodes.getOrDefault(name.value(), new Labeled(name, Yaml.mapping()));
      nodes.put(
          name.value(),
          new Labeled(earlier.name, earlier.labels.with(label.key().value(), label.value())));
    }
    return new NodeLabelsView(List.copyOf(nodes.values()));
  }
}
