package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.model.Lab;
import java.util.Map;
import java.util.Optional;

/// One picture of two labs: what both have, what came, and what went as a ghost where it was.
public final class Comparison {
  private final Graph graph;
  private final Marks marks;

  private Comparison(Graph graph, Marks marks) {
    this.graph = graph;
    this.marks = marks;
  }

  /// Compares the pictures of two labs from one view.
  ///
  /// @param known what became of things whose box may say the same as before, by id; things that
  ///   neither lab's picture has do not matter
  public static Comparison of(
      Lab before, Lab after, View view, Language language, Map<String, Mark> known) {
    var merged = new Merger(view.of(before, language), view.of(after, language), known).merged();
    return new Comparison(merged.graph(), merged.marks());
  }

  /// A picture as markup for a page, which says by its `color-scheme` whether it is light or dark.
  ///
  /// @param width in pixels
  public record Drawn(String svg, int width) {}

  /// The picture; empty where there is nothing to see, or nothing that changed.
  public Optional<Drawn> drawn() {
    return graph.nodes().isEmpty() || marks.isEmpty()
        ? Optional.empty()
        : Optional.of(Svg.of(Crowd.thinned(graph, marks)));
  }
}
