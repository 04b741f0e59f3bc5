package dev.homelabc.graph;

import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a picture of many VMs one that is seen at a glance: of those that are alike, some are
/// drawn and the rest are counted.
final class Crowd {
  /// Boxes in a grid that are drawn whatever became of them.
  private static final int FEW = 8;

  /// Of those that came, changed or went alike.
  private static final int MOST = 24;

  private final Graph graph;
  private final Marks marks;
  private final Map<String, Mark> nodes;

  private Crowd(Marked marked) {
    this.graph = marked.graph();
    this.marks = marked.marks();
    this.nodes = new HashMap<>(marks.nodes());
  }

  static Marked thinned(Graph graph, Marks marks) {
    var crowd = new Crowd(new Marked(graph, marks));
    var thin = graph.nodes().stream().map(crowd::thinned).toList();
    var drawn =
        new Graph(
            graph.view(),
            graph.language(),
            graph.heading(),
            graph.note(),
            graph.tints(),
            thin,
            graph.edges());
    return new Marked(drawn, new Marks(crowd.nodes, marks.edges()));
  }

  private Node thinned(Node node) {
    return switch (node.kind().shape()) {
      case BOX -> node;
      case FRAME -> node.around(node.inside().stream().map(this::thinned).toList());
      case GRID -> node.inside().size() <= FEW ? node : node.around(cells(node));
    };
  }

  private List<Node> cells(Node grid) {
    var cells = new ArrayList<Node>();
    for (var mark : Mark.values()) {
      var alike = of(grid, Optional.of(mark));
      boolean isMany = alike.size() > MOST;
      cells.addAll(isMany ? alike.subList(0, MOST - 1) : alike);
      if (isMany) {
        var rest = Message.of("and {0} more", alike.size() - MOST + 1);
        var id = "rest-" + mark.word() + ":" + grid.id();
        cells.add(Node.box(id, Kind.VM, rest.in(graph.language()), List.of()));
        nodes.put(id, mark);
      }
    }
    var same = of(grid, Optional.empty());
    if (same.size() <= 1) {
      cells.addAll(same);
    } else {
      var rest = Message.of("{0} unchanged", same.size());
      cells.add(Node.box("rest:" + grid.id(), Kind.VM, rest.in(graph.language()), List.of()));
    }
    return cells;
  }

  private List<Node> of(Node grid, Optional<Mark> mark) {
    return grid.inside().stream().filter(it -> marks.of(it).equals(mark)).toList();
  }
}
