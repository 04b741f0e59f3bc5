package dev.homelabc.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A graph in the language of Graphviz: what has things inside is a cluster, whose edges end at its
/// border.
final class Dot {
  private final StringBuilder out = new StringBuilder();
  private final Graph graph;

  private Dot(Graph graph) {
    this.graph = graph;
  }

  static String of(Graph graph) {
    return new Dot(graph).print();
  }

  private String print() {
    out.append("// ").append(GraphFormat.MARK).append('\n');
    out.append("digraph ").append(quoted(graph.heading())).append(" {\n");
    out.append("  graph [compound=true, rankdir=LR, fontname=\"sans-serif\", labelloc=t, label=")
        .append(quoted(graph.heading()))
        .append("];\n");
    out.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
    out.append("  edge [fontname=\"sans-serif\", fontsize=11];\n");
    graph.nodes().forEach(it -> node(it, "  "));
    graph.edges().forEach(this::edge);
    return out.append("}\n").toString();
  }

  private void node(Node node, String indent) {
    var colour = colour(node.vlan());
    if (node.inside().isEmpty()) {
      out.append(indent)
          .append(quoted(node.id()))
          .append(" [label=")
          .append(quoted(label(node), "\\l"))
          .append(colour.map(it -> ", color=" + quoted(it)).orElse(""))
          .append("];\n");
      return;
    }
    out.append(indent).append("subgraph ").append(quoted(cluster(node))).append(" {\n");
    out.append(indent)
        .append("  graph [labeljust=l, label=")
        .append(quoted(label(node), "\\l"))
        .append(", color=")
        .append(quoted(colour.orElse("gray")))
        .append("];\n");
    node.inside().forEach(it -> node(it, indent + "  "));
    out.append(indent).append("}\n");
  }

  private void edge(Edge edge) {
    var from = node(edge.from());
    var to = node(edge.to());
    var attributes = new ArrayList<String>();
    if (!edge.labels().isEmpty()) {
      attributes.add("label=" + quoted(edge.labels(), "\\n"));
    }
    if (!from.inside().isEmpty()) {
      attributes.add("ltail=" + quoted(cluster(from)));
    }
    if (!to.inside().isEmpty()) {
      attributes.add("lhead=" + quoted(cluster(to)));
    }
    if (!edge.kind().isDirected()) {
      attributes.add("dir=none");
    }
    colour(edge.vlan()).ifPresent(it -> attributes.add("color=" + quoted(it)));
    out.append("  ")
        .append(quoted(end(from)))
        .append(" -> ")
        .append(quoted(end(to)))
        .append(attributes.isEmpty() ? "" : " [" + String.join(", ", attributes) + "]")
        .append(";\n");
  }

  private Node node(String id) {
    return graph.all().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /// A node that an edge can end at: Graphviz has none that end at a cluster.
  private static String end(Node node) {
    return node.all().filter(it -> it.inside().isEmpty()).findFirst().orElse(node).id();
  }

  private static String cluster(Node node) {
    return "cluster " + node.id();
  }

  private static List<String> label(Node node) {
    return Stream.of(
            Stream.of(node.name()),
            node.note().stream().flatMap(String::lines),
            node.facts().stream().map(Fact::toString))
        .flatMap(it -> it)
        .toList();
  }

  private Optional<String> colour(Optional<dev.homelabc.value.VlanId> vlan) {
    return graph.tint(vlan).map(Tint::light);
  }

  private static String quoted(String text) {
    return quoted(List.of(text), "");
  }

  /// @param end of each line, as Graphviz writes it
  private static String quoted(List<String> lines, String end) {
    return lines.stream()
        .map(it -> it.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s", " "))
        .collect(Collectors.joining(end, "\"", end.equals("\\l") ? end + "\"" : "\""));
  }
}
