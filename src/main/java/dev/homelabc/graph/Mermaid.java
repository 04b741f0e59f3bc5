package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A graph as a flowchart of Mermaid: what has things inside is a subgraph.
final class Mermaid {
  private static final String NO_BREAK_SPACE = "\u00A0";

  private final StringBuilder out = new StringBuilder();
  private final Graph graph;

  /// Ids that no word of Mermaid is like.
  private final Map<String, String> ids = new HashMap<>();

  private Mermaid(Graph graph) {
    this.graph = graph;
    graph.all().forEach(it -> ids.put(it.id(), "n" + ids.size()));
  }

  static String of(Graph graph) {
    return new Mermaid(graph).print();
  }

  private String print() {
    out.append("%% ").append(GraphFormat.MARK).append('\n');
    out.append("flowchart LR\n");
    out.append("  accTitle: ").append(spoken(graph.heading())).append('\n');
    graph.note().ifPresent(it -> out.append("  accDescr: ").append(spoken(it)).append('\n'));
    graph.nodes().forEach(it -> node(it, "  "));
    graph.edges().forEach(this::edge);
    for (int i = 0; i < graph.edges().size(); i++) {
      int number = i;
      colour(graph.edges().get(i).vlan())
          .ifPresent(
              it -> out.append("  linkStyle " + number + " stroke:" + it + ",stroke-width:2px\n"));
    }
    graph
        .all()
        .forEach(it ->
            colour(it.vlan())
                .ifPresent(colour ->
                    out.append("  style %s stroke:%s\n".formatted(ids.get(it.id()), colour))));
    return out.toString();
  }

  private void node(Node node, String indent) {
    var id = ids.get(node.id());
    if (node.inside().isEmpty()) {
      out.append("%s%s[%s]\n".formatted(indent, id, quoted(label(node))));
      return;
    }
    out.append("%ssubgraph %s[%s]\n".formatted(indent, id, quoted(List.of(title(node)))));
    node.inside().forEach(it -> node(it, indent + "  "));
    out.append(indent).append("end\n");
  }

  private void edge(Edge edge) {
    out.append(
        "  %s %s%s %s\n"
            .formatted(
                ids.get(edge.from()),
                edge.kind().isDirected() ? "-->" : "---",
                edge.labels().isEmpty() ? "" : "|" + quoted(edge.labels()) + "|",
                ids.get(edge.to())));
  }

  /// On one line, since Mermaid leaves room for no more above what is inside, and takes none that
  /// is empty.
  private static String title(Node node) {
    if (node.name().isEmpty()) {
      return NO_BREAK_SPACE;
    }
    return Stream.concat(Stream.of(node.name()), node.facts().stream().map(Fact::toString))
        .collect(Collectors.joining(" · "));
  }

  private static List<String> label(Node node) {
    return Stream.of(
            Stream.of(node.name()),
            node.note().stream().flatMap(String::lines),
            node.facts().stream().map(Fact::toString))
        .flatMap(it -> it)
        .toList();
  }

  private Optional<String> colour(Optional<VlanId> vlan) {
    return graph.tint(vlan).map(Tint::light);
  }

  private static String quoted(List<String> lines) {
    return lines.stream().map(Mermaid::escaped).collect(Collectors.joining("<br>", "\"", "\""));
  }

  /// Letters that mean something to Mermaid, to Markdown or to HTML, by their numbers.
  private static String escaped(String text) {
    var out = new StringBuilder();
    plain(text)
        .codePoints()
        .forEach(it -> {
          if ("\"#&<>`*_[]{}()|\\;~".indexOf(it) >= 0) {
            out.append('#').append(it).append(';');
          } else {
            out.appendCodePoint(it);
          }
        });
    return out.toString();
  }

  /// Where Mermaid knows no numbers of letters: no tag may be left in it.
  private static String spoken(String text) {
    return plain(text).replace('<', '‹').replace('>', '›');
  }

  /// On one line.
  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
