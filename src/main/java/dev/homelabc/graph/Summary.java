package dev.homelabc.graph;

import java.util.List;
import java.util.stream.Collectors;

/// A picture in words, for those who do not see it: what there is, what is in it, and what is
/// connected to what.
final class Summary {
  private Summary() {}

  /// One line for each thing that stands by itself.
  static String of(Graph graph) {
    var names = graph.all().collect(Collectors.toMap(Node::id, Node::name, (one, _) -> one));
    var things = graph.nodes().stream().map(Summary::of);
    var edges =
        graph.edges().stream()
            .map(it ->
                names.get(it.from())
                    + (it.kind().isDirected() ? " → " : " – ")
                    + names.get(it.to())
                    + (it.labels().isEmpty() ? "" : ": " + String.join(", ", it.labels())));
    return java.util.stream.Stream.of(graph.note().stream(), things, edges)
        .flatMap(it -> it)
        .collect(Collectors.joining("\n"));
  }

  private static String of(Node node) {
    var facts = joined(node.facts().stream().map(Fact::toString).toList(), ", ");
    var inside = joined(node.inside().stream().map(Summary::of).toList(), "; ");
    return node.name()
        + (facts.isEmpty() ? "" : " (" + facts + ")")
        + (inside.isEmpty() ? "" : " [" + inside + "]");
  }

  private static String joined(List<String> parts, String between) {
    return parts.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(between));
  }
}
