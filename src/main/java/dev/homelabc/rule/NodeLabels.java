package dev.homelabc.rule;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the lab knows of the labels that the nodes of a cluster have: those that it states, and
/// those that kubelet and kubeadm set themselves.
///
/// @param nodes by key and value, which nodes have a label; numbers in the order of the cluster
/// @param stated the keys that the lab states itself, sorted
public record NodeLabels(Map<String, TreeMap<String, BitSet>> nodes, Set<String> stated) {
  private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

  static NodeLabels of(Cluster cluster) {
    var labels = new NodeLabels(new HashMap<>(), new TreeSet<>());
    var numbers = new HashMap<Name, Integer>();
    for (var node : cluster.nodes()) {
      int number = numbers.computeIfAbsent(node.name(), _ -> numbers.size());
      standard(node).forEach((key, value) -> labels.add(key, value, number));
    }
    labels.values(CONTROL_PLANE);
    for (var node : cluster.controlPlane()) {
      labels.add(CONTROL_PLANE, "", numbers.getOrDefault(node.value().name(), 0));
    }
    for (var label : cluster.labels()) {
      var key = label.key().value();
      labels.stated.add(key);
      labels.values(key);
      var number = numbers.get(label.node().value().name());
      if (number != null) {
        labels.add(key, label.value().value(), number);
      }
    }
    return labels;
  }

  private static Map<String, String> standard(Node node) {
    var host =
        switch (node) {
          case Host it -> it;
          case MicroVm vm -> vm.on().value();
        };
    boolean isArm = host.system().value().startsWith("aarch64");
    return Map.of(
        "kubernetes.io/hostname",
        node.hostname().text(),
        "kubernetes.io/os",
        "linux",
        "kubernetes.io/arch",
        isArm ? "arm64" : "amd64");
  }

  private TreeMap<String, BitSet> values(String key) {
    return nodes.computeIfAbsent(key, _ -> new TreeMap<>());
  }

  private void add(String key, String value, int node) {
    values(key).computeIfAbsent(value, _ -> new BitSet()).set(node);
  }

  /// Whether a node can have a label that the lab does not know of: a key with a prefix belongs to
  /// a program, which may set it; one without belongs to the people of the cluster.
  public boolean isForeign(String key) {
    return key.contains("/") && !isKnown(key);
  }

  public boolean isKnown(String key) {
    return nodes.containsKey(key);
  }

  /// Whether one node has all these labels.
  public boolean anyHas(Map<String, String> labels) {
    var all = new ArrayList<BitSet>();
    labels.forEach((key, value) ->
        all.add(nodes.getOrDefault(key, new TreeMap<>()).getOrDefault(value, new BitSet())));
    return all.stream().reduce(NodeLabels::both).map(it -> !it.isEmpty()).orElse(true);
  }

  private static BitSet both(BitSet some, BitSet others) {
    var both = (BitSet) some.clone();
    both.and(others);
    return both;
  }

  /// A label with each value that a node has for it, sorted, as it would be written.
  public List<String> written(String key) {
    return nodes.getOrDefault(key, new TreeMap<>()).keySet().stream()
        .map(it -> "`" + key + " " + (it.isEmpty() ? "\"\"" : it) + "`")
        .toList();
  }
}
