package dev.homelabc.emit.kubernetes;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Cluster;
import java.util.List;
import java.util.TreeMap;

/// The labels of a cluster's nodes, as objects to apply once the nodes have joined.
///
/// A kubelet could set some of them itself, but refuses most of those under `kubernetes.io`.
record NodeLabelsView(List<Labeled> nodes) {
  record Labeled(String name, Yaml.Mapping labels) {}

  static NodeLabelsView of(Cluster cluster) {
    var nodes = new TreeMap<String, Yaml.Mapping>();
    for (var label : cluster.labels()) {
      nodes.merge(
          label.node().value().hostname().text(),
          Yaml.mapping().with(label.key().value(), label.value().value()),
          (all, _) -> all.with(label.key().value(), label.value().value()));
    }
    return new NodeLabelsView(
        nodes.entrySet().stream().map(it -> new Labeled(it.getKey(), it.getValue())).toList());
  }
}
