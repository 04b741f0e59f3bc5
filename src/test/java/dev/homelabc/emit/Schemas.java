package dev.homelabc.emit;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The schemas of KubeVirt's, CDI's and Multus's objects.
public final class Schemas {
  /// The schema of each kind that has one.
  private static final Map<String, String> FILES =
      Map.of(
          "VirtualMachine", "virtualmachine",
          "DataVolume", "datavolume",
          "NetworkAttachmentDefinition", "networkattachmentdefinition");

  private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

  private Schemas() {}

  public static boolean has(JsonNode object) {
    return FILES.containsKey(object.path("kind").asText());
  }

  /// What an object's schema has against it; nothing where it has none.
  public static List<String> errors(JsonNode object) {
    if (!has(object)) {
      return List.of();
    }
    return READ
        .computeIfAbsent(FILES.get(object.path("kind").asText()), Schemas::read)
        .validate(object.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static Schema read(String name) {
    try (var in = Schemas.class.getResourceAsStream("/schema/" + name + ".json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
