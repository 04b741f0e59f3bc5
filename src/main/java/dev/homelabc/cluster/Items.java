package dev.homelabc.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.homelabc.output.OutputTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The objects in the files that the target `openshift` makes. What they are is told by their kinds
/// and labels; where their files lie means nothing.
final class Items {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Items() {}

  /// The objects of a project in the order in which they are to be made.
  static List<Item> of(OutputTree tree, String project) {
    return tree.files().entrySet().stream()
        .filter(it -> it.getKey().text().endsWith(".yaml"))
        .map(it -> item(it.getKey().text(), it.getValue()))
        .flatMap(Optional::stream)
        .filter(it -> it.isOf(project))
        .sorted(Comparator.comparing(Item::kind).thenComparing(Item::name))
        .toList();
  }

  private static Optional<Item> item(String path, String text) {
    var body = read(path, text);
    return Kind.made(body.path("apiVersion").asText(), body.path("kind").asText())
        .map(it -> new Item(it, body));
  }

  private static JsonNode read(String path, String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the emitter made no YAML of `" + path + "`", e);
    }
  }
}
