package dev.homelabc.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parts of a graph between which there is no edge, in the order of the first node of each.
/// They are laid out one by one, so that a change in one does not stir the others.
final class Parts {
  private Parts() {}

  record Part(List<Node> nodes, List<Edge> edges) {}

  static List<Part> of(Graph graph) {
    var parts = new HashMap<String, Integer>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      int number = i;
      graph.nodes().get(i).all().forEach(it -> parts.put(it.id(), number));
    }
    for (var edge : graph.edges()) {
      int from = at(edge.from(), parts);
      int to = at(edge.to(), parts);
      parts.replaceAll((_, it) -> it == Math.max(from, to) ? Math.min(from, to) : it);
    }
    var nodes = new LinkedHashMap<Integer, List<Node>>();
    var edges = new HashMap<Integer, List<Edge>>();
    graph
        .nodes()
        .forEach(it -> nodes.computeIfAbsent(at(it.id(), parts), _ -> new ArrayList<>()).add(it));
    graph
        .edges()
        .forEach(it -> edges.computeIfAbsent(at(it.from(), parts), _ -> new ArrayList<>()).add(it));
    return nodes.entrySet().stream()
        .map(it -> new Part(it.getValue(), edges.getOrDefault(it.getKey(), List.of())))
        .toList();
  }

  private static int at(String id, Map<String, Integer> parts) {
    var part = parts.get(id);
    if (part == null) {
      throw new IllegalStateException("an edge ends at " + id + ", which is no node");
    }
    return part;
  }
}
