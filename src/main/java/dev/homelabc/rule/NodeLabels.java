package dev.homelabc.rule;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the lab knows of the labels that the nodes of a cluster have: those that it states, and
/// those that kubelet and kubeadm set themselves.
///
/// @param byNode the labels of each node, the control plane's first
/// @param known every key among them
/// @param stated the keys that the lab states itself, sorted
public record NodeLabels(List<Map<String, String>> byNode, Set<String> known, Set<String> stated) {
  private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

  static NodeLabels of(Cluster cluster) {
    var controlPlane = new HashSet<>(names(cluster.controlPlane()));
    var byName = new HashMap<String, Map<String, String>>();
    var byNode = new ArrayList<Map<String, String>>();
    for (var node : cluster.nodes()) {
      byName.computeIfAbsent(
          node.name().text(),
          name -> {
            var labels = standard(node);
            if (controlPlane.contains(name)) {
              labels.put(CONTROL_PLANE, "");
            }
            byNode.add(labels);
            return labels;
          });
    }
    var stated = new TreeSet<String>();
    for (var label : cluster.labels()) {
      stated.add(label.key().value());
      var labels = byName.get(label.node().value().name().text());
      if (labels != null) {
        labels.put(label.key().value(), label.value().value());
      }
    }
    var known = new HashSet<>(stated);
    known.add(CONTROL_PLANE);
    byNode.forEach(it -> known.addAll(it.keySet()));
    return new NodeLabels(byNode, known, stated);
  }

  private static List<String> names(List<Sourced<Node>> nodes) {
    return nodes.stream().map(it -> it.value().name().text()).toList();
  }

  private static Map<String, String> standard(Node node) {
    var host =
        switch (node) {
          case Host it -> it;
          case MicroVm vm -> vm.on().value();
        };
    var labels = new HashMap<String, String>();
    labels.put("kubernetes.io/hostname", node.hostname().text());
    labels.put("kubernetes.io/os", "linux");
    labels.put(
        "kubernetes.io/arch", host.system().value().startsWith("aarch64") ? "arm64" : "amd64");
    return labels;
  }

  /// Whether a node can have a label that the lab does not know of: a key with a prefix belongs to
  /// a program, which may set it; one without belongs to the people of the cluster.
  public boolean isForeign(String key) {
    return key.contains("/") && !known.contains(key);
  }

  public boolean isKnown(String key) {
    return known.contains(key);
  }

  public boolean anyHas(Map<String, String> labels) {
    return byNode.stream().anyMatch(it -> it.entrySet().containsAll(labels.entrySet()));
  }

  /// The values of a label, sorted, as they would be written.
  public List<String> values(String key) {
    return byNode.stream()
        .filter(it -> it.containsKey(key))
        .map(it -> it.get(key))
        .distinct()
        .sorted()
        .map(it -> "`" + key + " " + (it.isEmpty() ? "\"\"" : it) + "`")
        .toList();
  }
}
