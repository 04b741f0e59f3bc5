package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A thing in a picture, with the things inside it.
///
/// @param id unique in the graph, and the same for the same thing in every picture of a lab that
///   has it: `host:box`
/// @param note what the lab's author says about it
/// @param vlan whose colour it has
public record Node(
    String id,
    Kind kind,
    String title,
    Optional<String> note,
    Optional<VlanId> vlan,
    List<Fact> facts,
    List<Node> inside) {
  public Node {
    facts = List.copyOf(facts);
    inside = List.copyOf(inside);
  }

  static Node box(String id, Kind kind, String title, List<Fact> facts) {
    return new Node(id, kind, title, Optional.empty(), Optional.empty(), facts, List.of());
  }

  Node in(Optional<VlanId> its) {
    return new Node(id, kind, title, note, its, facts, inside);
  }

  Node noted(Optional<String> its) {
    return new Node(id, kind, title, its.filter(it -> !it.isBlank()), vlan, facts, inside);
  }

  Node around(List<Node> its) {
    return new Node(id, kind, title, note, vlan, facts, its);
  }

  /// Its name with the word for what it is.
  String name() {
    return kind.keyword().isEmpty() ? title : kind.keyword() + " " + title;
  }

  /// The node and all that is in it, each before what is in it.
  Stream<Node> all() {
    return Stream.concat(Stream.of(this), inside.stream().flatMap(Node::all));
  }
}
