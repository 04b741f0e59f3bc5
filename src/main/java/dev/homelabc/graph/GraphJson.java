package dev.homelabc.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.diagnostic.JsonText;
import dev.homelabc.value.VlanId;
import java.io.IOException;
import java.util.Optional;

/// A graph for programs: `{ "generator": …, "view": …, "title": …, "nodes": [ … ], "edges": [ … ]
/// }`.
///
/// | key | value |
/// |---|---|
/// | `id` | of a node: the same for the same thing in all pictures of a lab |
/// | `kind` | of a node: one of [Kind] in lower case |
/// | `parent` | the node that it is in, if any |
/// | `title`, `note` | its name, and what the lab says about it, if anything |
/// | `facts` | what its box says: `key`, a word of the language, and `text` |
/// | `from`, `to` | of an edge: the nodes that it connects |
/// | `kind` | of an edge: one of [Edge.Kind] in lower case, with `-` |
/// | `labels` | the lines of text beside it |
/// | `vlan` | of a node, a fact or an edge: the VLAN's id, if it is of one; 1 is untagged |
final class GraphJson {
  private final JsonGenerator json;

  private GraphJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(Graph graph) {
    return JsonText.of(json -> {
      json.writeStringField("generator", GraphFormat.MARK);
      json.writeStringField("view", graph.view().word());
      json.writeStringField("title", graph.heading());
      if (graph.note().isPresent()) {
        json.writeStringField("note", graph.note().get());
      }
      var printer = new GraphJson(json);
      json.writeArrayFieldStart("nodes");
      for (var node : graph.nodes()) {
        printer.node(node, Optional.empty());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("edges");
      for (var edge : graph.edges()) {
        printer.edge(edge);
      }
      json.writeEndArray();
    });
  }

  private void node(Node node, Optional<Node> parent) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", node.id());
    json.writeStringField("kind", node.kind().word());
    if (parent.isPresent()) {
      json.writeStringField("parent", parent.get().id());
    }
    json.writeStringField("title", node.title());
    if (node.note().isPresent()) {
      json.writeStringField("note", node.note().get());
    }
    vlan(node.vlan());
    json.writeArrayFieldStart("facts");
    for (var fact : node.facts()) {
      json.writeStartObject();
      json.writeStringField("key", fact.key());
      json.writeStringField("text", fact.text());
      vlan(fact.vlan());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    for (var it : node.inside()) {
      node(it, Optional.of(node));
    }
  }

  private void edge(Edge edge) throws IOException {
    json.writeStartObject();
    json.writeStringField("from", edge.from());
    json.writeStringField("to", edge.to());
    json.writeStringField("kind", edge.kind().word());
    vlan(edge.vlan());
    json.writeArrayFieldStart("labels");
    for (var label : edge.labels()) {
      json.writeString(label);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void vlan(Optional<VlanId> vlan) throws IOException {
    if (vlan.isPresent()) {
      json.writeNumberField("vlan", vlan.get().number());
    }
  }
}
