package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes one graph of two. Things keep the order of the second, and those that went stand behind
/// what they stood behind.
final class Merger {
  private static final String TO = " → ";

  private final Graph before;
  private final Graph after;
  private final Map<String, Node> old;
  private final Map<String, Node> now;
  private final Map<String, String> oldParents;
  private final Map<String, String> parents;
  private final Map<String, Mark> nodes = new HashMap<>();
  private final Map<Edge, Mark> edges = new HashMap<>();

  /// @param known what became of things by id
  Merger(Graph before, Graph after, Map<String, Mark> known) {
    this.before = before;
    this.after = after;
    this.old = byId(before);
    this.now = byId(after);
    this.oldParents = parents(before);
    this.parents = parents(after);
    known.forEach((id, mark) -> {
      if (mark == Mark.CHANGED && old.containsKey(id) && now.containsKey(id)) {
        nodes.put(id, mark);
      }
    });
  }

  private static Map<String, Node> byId(Graph graph) {
    var nodes = new LinkedHashMap<String, Node>();
    graph.all().forEach(it -> nodes.put(it.id(), it));
    return nodes;
  }

  Marked merged() {
    var all = merged(before.nodes(), after.nodes());
    var ids = new HashSet<String>();
    all.stream().flatMap(Node::all).forEach(it -> ids.add(it.id()));
    var lines = edges(ids);
    var graph =
        new Graph(
            after.view(), after.language(), after.heading(), after.note(), tints(), all, lines);
    return new Marked(graph, new Marks(nodes, edges));
  }

  private Map<VlanId, Tint> tints() {
    return Tint.of(
        Stream.of(before, after).flatMap(it -> it.tints().keySet().stream()).distinct().toList());
  }

  private List<Node> merged(List<Node> was, List<Node> is) {
    var all = new ArrayList<Node>();
    for (var node : is) {
      all.add(merged(node));
    }
    for (int i = 0; i < was.size(); i++) {
      var ghost = ghost(was.get(i));
      if (ghost.isPresent()) {
        all.add(behind(was.subList(0, i), all), ghost.get());
      }
    }
    return all;
  }

  private Node merged(Node node) {
    var was = old.get(node.id());
    if (was == null) {
      // What moved here is no newcomer, though its group may be.
      nodes.put(node.id(), Mark.ADDED);
      return node.around(merged(List.of(), node.inside()));
    }
    boolean isSame =
        was.title().equals(node.title())
            && was.note().equals(node.note())
            && was.vlan().equals(node.vlan())
            && was.facts().equals(node.facts())
            && Objects.equals(oldParents.get(node.id()), parents.get(node.id()));
    if (!isSame) {
      nodes.put(node.id(), Mark.CHANGED);
    }
    return new Node(
        node.id(),
        node.kind(),
        node.title(),
        node.note(),
        node.vlan(),
        facts(was.facts(), node.facts()),
        merged(was.inside(), node.inside()));
  }

  /// The things that have others inside, by the ids of those; nothing for what stands by itself.
  private static Map<String, String> parents(Graph graph) {
    var parents = new HashMap<String, String>();
    graph.all().forEach(it -> it.inside().forEach(inner -> parents.put(inner.id(), it.id())));
    return parents;
  }

  /// What went, with all that went with it. A group whose members are elsewhere now is no loss.
  private Optional<Node> ghost(Node node) {
    if (now.containsKey(node.id())) {
      return Optional.empty();
    }
    var inside = node.inside().stream().flatMap(it -> ghost(it).stream()).toList();
    if (!node.inside().isEmpty() && inside.isEmpty() && node.kind().shape() == Kind.Shape.GRID) {
      return Optional.empty();
    }
    nodes.put(node.id(), Mark.REMOVED);
    return Optional.of(node.around(inside));
  }

  /// Where in a list something goes that was behind these.
  private static int behind(List<Node> earlier, List<Node> all) {
    var ids = earlier.stream().map(Node::id).collect(Collectors.toSet());
    for (int i = all.size(); i > 0; i--) {
      if (ids.contains(all.get(i - 1).id())) {
        return i;
      }
    }
    return 0;
  }

  /// A fact that is otherwise says so where there is one of its key.
  private static List<Fact> facts(List<Fact> was, List<Fact> is) {
    return is.stream()
        .map(fact -> {
          var earlier = was.stream().filter(it -> it.key().equals(fact.key())).toList();
          boolean isOne =
              earlier.size() == 1
                  && is.stream().filter(it -> it.key().equals(fact.key())).count() == 1;
          return isOne && !earlier.getFirst().text().equals(fact.text())
              ? new Fact(fact.key(), earlier.getFirst().text() + TO + fact.text(), fact.vlan())
              : fact;
        })
        .toList();
  }

  /// What tells a connection from others.
  private record Ends(String from, String to, Edge.Kind kind, Optional<VlanId> vlan) {
    static Ends of(Edge edge) {
      return new Ends(edge.from(), edge.to(), edge.kind(), edge.vlan());
    }
  }

  private List<Edge> edges(Set<String> ids) {
    var was = byEnds(before);
    var is = byEnds(after);
    var all = new ArrayList<>(after.edges());
    is.forEach((ends, edge) -> {
      if (!was.containsKey(ends)) {
        edges.put(edge, Mark.ADDED);
      } else if (!Objects.requireNonNull(was.get(ends)).labels().equals(edge.labels())) {
        edges.put(edge, Mark.CHANGED);
      }
    });
    was.forEach((ends, edge) -> {
      if (!is.containsKey(ends) && ids.contains(edge.from()) && ids.contains(edge.to())) {
        edges.put(edge, Mark.REMOVED);
        all.add(edge);
      }
    });
    return all;
  }

  private static Map<Ends, Edge> byEnds(Graph graph) {
    var edges = new LinkedHashMap<Ends, Edge>();
    graph.edges().forEach(it -> edges.put(Ends.of(it), it));
    return edges;
  }
}
