package dev.homelabc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// An object of a cluster, or one that is to be made. As text it is its kind and name and never its
/// content, which may be secret.
record Item(Kind kind, JsonNode body) {
  String name() {
    return text("metadata", "name").orElse("");
  }

  String namespace() {
    return text("metadata", "namespace").orElse("");
  }

  /// Empty for one that is not in the cluster.
  String uid() {
    return text("metadata", "uid").orElse("");
  }

  /// Whether both say the same, but for what the cluster keeps of their history and state.
  boolean isSameAs(Item other) {
    return said().equals(other.said());
  }

  private JsonNode said() {
    var copy = body.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.remove("status");
      if (object.path("metadata") instanceof ObjectNode metadata) {
        metadata.remove(List.of("managedFields", "resourceVersion", "generation"));
      }
    }
    return copy;
  }

  Optional<String> label(String key) {
    return text("metadata", "labels", key);
  }

  /// Whether we made it for this project.
  boolean isOf(String project) {
    return Labels.of(project).entrySet().stream()
        .allMatch(it -> label(it.getKey()).equals(Optional.of(it.getValue())));
  }

  /// Whether somebody has asked for its deletion, and it only waits for it.
  boolean isGoing() {
    return text("metadata", "deletionTimestamp").isPresent();
  }

  boolean isOwnedBy(Item other) {
    return elements("metadata", "ownerReferences").stream()
        .anyMatch(it -> it.path("uid").asText().equals(other.uid()));
  }

  boolean hasOwner() {
    return !elements("metadata", "ownerReferences").isEmpty();
  }

  /// The value below some keys, if it is a text, a number or a switch.
  Optional<String> text(String... keys) {
    var node = at(keys);
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }

  /// The elements of the list below some keys; none where there is no list.
  List<JsonNode> elements(String... keys) {
    return StreamSupport.stream(at(keys).spliterator(), false).toList();
  }

  JsonNode at(String... keys) {
    var node = body;
    for (var key : keys) {
      node = node.path(key);
    }
    return node;
  }

  @Override
  public String toString() {
    return kind + " " + name();
  }
}
