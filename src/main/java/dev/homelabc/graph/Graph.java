package dev.homelabc.graph;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.value.VlanId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a picture of a lab shows, before it is laid out. Text is in one language; the words of the
/// Lab language stay what they are in all.
///
/// @param heading what the picture is
/// @param note what the lab's author says about it
/// @param tints the colours of VLANs, by id
public record Graph(
    View view,
    Language language,
    String heading,
    Optional<String> note,
    Map<VlanId, Tint> tints,
    List<Node> nodes,
    List<Edge> edges) {
  public Graph {
    tints = Map.copyOf(tints);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /// All nodes, each before what is in it.
  Stream<Node> all() {
    return nodes.stream().flatMap(Node::all);
  }

  Optional<Tint> tint(Optional<VlanId> vlan) {
    return vlan.map(tints::get);
  }
}
