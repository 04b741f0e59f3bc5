package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.model.Lab;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a picture is written. Ends in a line break.
public enum GraphFormat {
  /// A picture, laid out.
  SVG("svg") {
    @Override
    String print(Graph graph) {
      return Svg.of(graph);
    }
  },
  /// For Graphviz.
  DOT("gv") {
    @Override
    String print(Graph graph) {
      return Dot.of(graph);
    }
  },
  /// For Mermaid, which many sites draw inside of Markdown.
  MERMAID("mmd") {
    @Override
    String print(Graph graph) {
      return Mermaid.of(graph);
    }
  },
  /// For programs; the keys are described at the class that writes it. In English.
  JSON("json") {
    @Override
    String print(Graph graph) {
      return GraphJson.of(graph);
    }
  };

  /// What each file begins with, so that none but ours is overwritten.
  public static final String MARK = "homelabc graph";

  /// Characters at the beginning of a file in which the mark is.
  public static final int BEGINNING = 64;

  private final String extension;

  /// @param extension of files, beside the format's own name
  GraphFormat(String extension) {
    this.extension = extension;
  }

  /// The picture of a lab; empty where it would show nothing.
  public Optional<String> of(Lab lab, View view, Language language) {
    var graph = view.of(lab, this == JSON ? Language.ENGLISH : language);
    return graph.nodes().isEmpty() ? Optional.empty() : Optional.of(print(graph));
  }

  abstract String print(Graph graph);

  /// The format that a file's name says.
  public static Optional<GraphFormat> ofFile(String name) {
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return List.of(values()).stream()
        .filter(it -> extension.equals(it.extension) || extension.equals(it.word()))
        .findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
