package dev.homelabc.graph;

import dev.homelabc.graph.Placed.Area;
import dev.homelabc.graph.Placed.Point;
import dev.homelabc.graph.Placed.Route;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.EdgeLabelSideSelection;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Places nodes and edges with the layered algorithm of Eclipse ELK, from left to right. Nodes keep
/// the order of the graph from top to bottom, and nothing is left to chance, so that a small change
/// of a lab moves little.
final class Layout {
  private static final int LAYERS = 36;
  private static final int NODES = 22;
  private static final int LINES = 12;
  private static final int MARGIN = 16;

  private final Map<String, Sized> sizes;
  private final List<Edge> edges;
  private final Map<String, ElkNode> nodes = new HashMap<>();

  private Layout(Map<String, Sized> sizes, List<Edge> edges) {
    this.sizes = sizes;
    this.edges = edges;
  }

  static Placed of(Graph graph, Map<String, Sized> sizes) {
    int width = 0;
    int height = 0;
    var areas = new HashMap<String, Area>();
    var routes = new ArrayList<Route>();
    for (var part : Parts.of(graph)) {
      int y = height == 0 ? 0 : height + NODES;
      var placed = new Layout(sizes, part.edges()).place(part);
      placed.areas().forEach((id, it) -> areas.put(id, it.down(y)));
      placed.routes().forEach(it -> routes.add(it.down(y)));
      width = Math.max(width, placed.width());
      height = y + placed.height();
    }
    return new Placed(width, height, areas, routes);
  }

  private Placed place(Parts.Part part) {
    var root = ElkGraphUtil.createGraph();
    options(root);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
    root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, true);
    part.nodes().forEach(it -> node(it, root));
    for (var node : part.nodes()) {
      boolean isOutside = node.kind().shape() != Kind.Shape.FRAME;
      node(node.id()).setProperty(LayeredOptions.PARTITIONING_PARTITION, isOutside ? 0 : 1);
    }
    var drawn = edges.stream().map(this::edge).toList();
    part.nodes().forEach(this::keepColumns);
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    var routes = new ArrayList<Route>();
    for (int i = 0; i < edges.size(); i++) {
      routes.add(route(edges.get(i), drawn.get(i)));
    }
    var areas = new HashMap<String, Area>();
    nodes.forEach((id, node) -> {
      var at = corner(node);
      areas.put(
          id, new Area(round(at.x), round(at.y), round(node.getWidth()), round(node.getHeight())));
    });
    return new Placed(round(root.getWidth()), round(root.getHeight()), areas, routes);
  }

  private void options(ElkNode parent) {
    parent.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    parent.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    parent.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    parent.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    parent.setProperty(LayeredOptions.RANDOM_SEED, 1);
    parent.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    parent.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.DEPTH_FIRST);
    parent.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
    parent.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    // ELK 0.12 counts the nodes of the outermost graph only, and misses the number inside.
    parent.setProperty(InternalProperties.MAX_MODEL_ORDER_NODES, sizes.size());
    parent.setProperty(LayeredOptions.CROSSING_MINIMIZATION_FORCE_NODE_MODEL_ORDER, true);
    // ELK 0.12 counts the nodes of the outermost graph only, and misses the number inside.
    parent.setProperty(InternalProperties.MAX_MODEL_ORDER_NODES, sizes.size());
    parent.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    parent.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.LEFTDOWN);
    parent.setProperty(LayeredOptions.EDGE_LABELS_SIDE_SELECTION, EdgeLabelSideSelection.ALWAYS_UP);
    parent.setProperty(LayeredOptions.SPACING_NODE_NODE, (double) NODES);
    parent.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) LAYERS);
    parent.setProperty(LayeredOptions.SPACING_EDGE_NODE, (double) LINES);
    parent.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, (double) LINES);
    parent.setProperty(LayeredOptions.SPACING_EDGE_EDGE, (double) LINES);
    parent.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, (double) LINES);
    parent.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
  }

  private void node(Node it, ElkNode parent) {
    var size = sizes.get(it.id());
    if (size == null) {
      throw new IllegalStateException(it.id() + " has no size");
    }
    var node = ElkGraphUtil.createNode(parent);
    nodes.put(it.id(), node);
    node.setProperty(LayeredOptions.ALIGNMENT, Alignment.LEFT);
    if (it.kind().shape() != Kind.Shape.FRAME || it.inside().isEmpty()) {
      node.setDimensions(size.width(), Math.max(size.height(), room(it)));
      return;
    }
    options(node);
    node.setProperty(
        LayeredOptions.PADDING, new ElkPadding(size.height() + 4.0, MARGIN, MARGIN, MARGIN));
    node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
    node.setProperty(
        LayeredOptions.NODE_SIZE_MINIMUM, new KVector(size.width(), size.height() + MARGIN));
    it.inside().forEach(inner -> node(inner, node));
  }

  /// The height that the lines need which end on one side of a node.
  private int room(Node node) {
    long in = edges.stream().filter(it -> it.to().equals(node.id())).count();
    long out = edges.stream().filter(it -> it.from().equals(node.id())).count();
    return Math.toIntExact(Math.max(in, out) + 1) * LINES;
  }

  private ElkNode node(String id) {
    var node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("an edge ends at " + id + ", which is no node");
    }
    return node;
  }

  private ElkEdge edge(Edge it) {
    var edge = ElkGraphUtil.createSimpleEdge(node(it.from()), node(it.to()));
    if (!it.labels().isEmpty()) {
      var label = ElkGraphUtil.createLabel(String.join("\n", it.labels()), edge);
      int width = it.labels().stream().mapToInt(TextStyle.LABEL::width).max().orElse(0);
      label.setDimensions(width, it.labels().size() * TextStyle.LABEL.leading());
      label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    }
    return edge;
  }

  /// Holds the groups of a frame in one column behind its bridge or networks, also those that are
  /// attached past them, by edges that nobody sees.
  private void keepColumns(Node frame) {
    frame.inside().stream()
        .filter(it -> it.kind() == Kind.BRIDGE || it.kind() == Kind.NETWORK)
        .findFirst()
        .ifPresent(first -> {
          var inside = frame.inside().stream().map(Node::id).toList();
          frame.inside().stream()
              .filter(it -> it.kind() == Kind.GROUP)
              .filter(it ->
                  edges.stream()
                      .noneMatch(edge -> edge.to().equals(it.id()) && inside.contains(edge.from())))
              .forEach(it ->
                  edge(
                      new Edge(
                          first.id(),
                          it.id(),
                          Edge.Kind.ATTACHES,
                          List.of(" "),
                          Optional.empty())));
        });
  }

  /// The places of an edge are relative to the node that holds both its ends.
  private static Route route(Edge it, ElkEdge edge) {
    var at = corner(edge.getContainingNode());
    var section = edge.getSections().getFirst();
    var points =
        Stream.of(
                Stream.of(new KVector(section.getStartX(), section.getStartY())),
                section.getBendPoints().stream().map(bend -> new KVector(bend.getX(), bend.getY())),
                Stream.of(new KVector(section.getEndX(), section.getEndY())))
            .flatMap(part -> part)
            .map(point -> new Point(round(at.x + point.x), round(at.y + point.y)))
            .toList();
    var label =
        edge.getLabels().stream()
            .findFirst()
            .map(its ->
                new Area(
                    round(at.x + its.getX()),
                    round(at.y + its.getY()),
                    round(its.getWidth()),
                    round(its.getHeight())));
    return new Route(it, points, label);
  }

  private static KVector corner(ElkNode node) {
    var at = new KVector();
    for (var it = Optional.of(node);
        it.map(ElkNode::getParent).isPresent();
        it = Optional.ofNullable(it.get().getParent())) {
      at.add(it.get().getX(), it.get().getY());
    }
    return at;
  }

  private static int round(double pixels) {
    return (int) Math.floor(pixels + 0.5);
  }
}
