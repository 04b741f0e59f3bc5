package dev.homelabc.graph;

import dev.homelabc.graph.Sized.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sets the text of nodes and so finds how large they are. Boxes of one kind have one width, in
/// steps, so that another VM seldom changes the others'.
final class Sizer {
  static final int PADDING = 10;

  /// Between cells of a grid.
  private static final int GAP = 8;

  private static final int NARROWEST = 120;
  private static final int WIDEST = 230;
  private static final int STEP = 10;

  /// Of the heading of a frame.
  private static final int HEADING = 520;

  /// Boxes in a row of a grid, and in one of many boxes.
  private static final int COLUMNS = 4;

  private static final int MORE_COLUMNS = 6;
  private static final int MANY = 60;

  private final Map<Kind, Integer> widths = new HashMap<>();
  private final int columns;

  private Sizer(Graph graph) {
    graph.nodes().forEach(this::widen);
    long boxes = graph.all().filter(it -> it.kind() == Kind.VM).count();
    columns = boxes > MANY ? MORE_COLUMNS : COLUMNS;
  }

  /// The nodes by their ids, without those that are cells.
  static Map<String, Sized> sizes(Graph graph) {
    var sizer = new Sizer(graph);
    var sizes = new HashMap<String, Sized>();
    graph.nodes().forEach(it -> sizer.size(it, sizes));
    return sizes;
  }

  private void size(Node node, Map<String, Sized> sizes) {
    switch (node.kind().shape()) {
      case BOX -> sizes.put(node.id(), box(node, widths.getOrDefault(node.kind(), NARROWEST)));
      case GRID -> sizes.put(node.id(), grid(node));
      case FRAME -> {
        sizes.put(node.id(), heading(node, HEADING));
        node.inside().forEach(it -> size(it, sizes));
      }
    }
  }

  private void widen(Node node) {
    switch (node.kind().shape()) {
      case BOX -> widen(node.kind(), node);
      case GRID -> node.inside().forEach(it -> widen(Kind.VM, it));
      case FRAME -> node.inside().forEach(this::widen);
    }
  }

  private void widen(Kind kind, Node node) {
    int text = TextStyle.TITLE.width(node.name());
    for (var fact : node.facts()) {
      text = Math.max(text, TextStyle.FACT.width(fact.toString()) + mark(fact));
    }
    int wanted = (text + 2 * PADDING + STEP - 1) / STEP * STEP;
    widths.merge(kind, Math.clamp(wanted, NARROWEST, WIDEST), Math::max);
  }

  private static Sized box(Node node, int width) {
    int inner = width - 2 * PADDING;
    var text = new Text(inner);
    text.title(node, TextStyle.TITLE);
    node.note().ifPresent(text::note);
    node.facts().forEach(text::fact);
    return new Sized(node, width, text.height(), text.lines, List.of());
  }

  /// The heading of a frame, its facts beside each other.
  private static Sized heading(Node node, int width) {
    var text = new Text(width);
    text.title(node, TextStyle.FRAME);
    node.note().ifPresent(text::note);
    text.row(node.facts());
    int end = text.lines.stream().mapToInt(Line::end).max().orElse(0);
    return new Sized(node, end + PADDING, text.height(), text.lines, List.of());
  }

  private Sized grid(Node node) {
    int cell = widths.getOrDefault(Kind.VM, NARROWEST);
    int across = Math.min(columns, node.inside().size());
    int inner = across * (cell + GAP) - GAP;
    var text = new Text(inner);
    if (!node.title().isEmpty()) {
      text.title(node, TextStyle.TITLE);
    }
    node.note().ifPresent(text::note);
    text.row(node.facts());
    int y = text.lines.isEmpty() ? PADDING : text.height();
    var cells = new ArrayList<Cell>();
    for (int from = 0; from < node.inside().size(); from += across) {
      var row =
          node.inside().subList(from, Math.min(node.inside().size(), from + across)).stream()
              .map(it -> box(it, cell))
              .toList();
      int height = row.stream().mapToInt(Sized::height).max().orElse(0);
      for (int i = 0; i < row.size(); i++) {
        cells.add(new Cell(PADDING + i * (cell + GAP), y, row.get(i).high(height)));
      }
      y += height + GAP;
    }
    return new Sized(node, inner + 2 * PADDING, y - GAP + PADDING, text.lines, cells);
  }

  /// The pixels that the sign of a VLAN's colour takes before a fact.
  static int mark(Fact fact) {
    return fact.vlan().isPresent() ? Text.MARK : 0;
  }
}
