package dev.homelabc.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is marked in a picture.
///
/// @param nodes by their ids
/// @param edges those that came or went
record Marks(Map<String, Mark> nodes, Map<Edge, Mark> edges) {
  static final Marks NONE = new Marks(Map.of(), Map.of());

  Marks {
    nodes = Map.copyOf(nodes);
    edges = Map.copyOf(edges);
  }

  boolean isEmpty() {
    return nodes.isEmpty() && edges.isEmpty();
  }

  Optional<Mark> of(Node node) {
    return Optional.ofNullable(nodes.get(node.id()));
  }

  /// What they add to a class.
  String look(Node node) {
    return look(of(node));
  }

  String look(Edge edge) {
    return look(Optional.ofNullable(edges.get(edge)));
  }

  private static String look(Optional<Mark> mark) {
    return mark.map(it -> " " + it.word()).orElse("");
  }

  /// What came, changed and went, a line for each, for those who do not see the picture.
  String inWords(Graph graph) {
    return Stream.of(Mark.values())
        .map(mark -> line(mark, graph))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining());
  }

  private String line(Mark mark, Graph graph) {
    List<String> names =
        graph.all().filter(it -> nodes.get(it.id()) == mark).map(Node::name).toList();
    return names.isEmpty()
        ? ""
        : mark.words().in(graph.language()) + ": " + String.join(", ", names) + "\n";
  }
}
