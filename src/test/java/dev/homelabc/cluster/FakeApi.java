package dev.homelabc.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// fabric8's dispatcher, and what it lacks: server-side apply, dry runs, field selectors of events,
/// preconditions of deletes, garbage collection, and groups that a cluster does not have.
final class FakeApi extends KubernetesCrudDispatcher {
  private static final Pattern GROUP = Pattern.compile("/apis/([^/]+)/[^/]+");

  final List<String> requests = new CopyOnWriteArrayList<>();
  final Map<String, Map.Entry<Integer, String>> refusals = new ConcurrentHashMap<>();
  final List<String> held = new CopyOnWriteArrayList<>();
  private int count;

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    var path = URLDecoder.decode(request.getPath(), StandardCharsets.UTF_8);
    var bare = path.split("\\?", 2)[0];
    requests.add(request.getMethod() + " " + path);
    for (var it : refusals.entrySet()) {
      if ((request.getMethod() + " " + bare).matches(it.getKey())) {
        return response(it.getValue().getKey(), it.getValue().getValue());
      }
    }
    if (GROUP.matcher(bare).matches()) {
      return response(200, "{\"kind\": \"APIResourceList\", \"resources\": []}");
    }
    return switch (request.getMethod()) {
      case "PATCH" -> apply(bare, path, read(request.getUtf8Body()));
      case "DELETE" -> delete(bare, read(request.getUtf8Body()));
      case "GET" ->
          path.contains("fieldSelector=type=Warning")
              ? warnings(handleGet(bare))
              : super.dispatch(request);
      default -> throw new IllegalStateException("nobody asks for " + path);
    };
  }

  Optional<JsonNode> find(String path) {
    var found = handleGet(path);
    return found.code() == 200 ? Optional.of(read(found.getBody().readUtf8())) : Optional.empty();
  }

  Stream<JsonNode> all() {
    return List.copyOf(map.values()).stream().map(FakeApi::read);
  }

  /// Stores an object under its path, with a UID and a version where it has none.
  JsonNode put(String path, ObjectNode item) {
    remove(path);
    var metadata = item.withObject("/metadata");
    if (metadata.path("uid").isMissingNode()) {
      metadata.put("uid", "uid-" + ++count);
    }
    metadata.put("resourceVersion", String.valueOf(++count));
    handleCreate(path.replaceFirst("/[^/]+$", ""), item.toString());
    return item;
  }

  void remove(String path) {
    map.keySet().removeIf(it -> it.matches(attributeExtractor.fromPath(path)));
  }

  private MockResponse apply(String path, String query, JsonNode body) {
    var wanted = (ObjectNode) body;
    encode(wanted);
    var before = find(path);
    var after = before.map(it -> merge(it.deepCopy(), wanted)).orElse(wanted);
    boolean isSame = before.filter(after::equals).isPresent();
    if (query.contains("dryRun=All") || isSame) {
      return response(200, after.toString());
    }
    return response(before.isEmpty() ? 201 : 200, put(path, (ObjectNode) after).toString());
  }

  private static JsonNode merge(JsonNode into, JsonNode from) {
    if (into instanceof ObjectNode object && from instanceof ObjectNode) {
      from.properties()
          .forEach(it ->
              object.set(
                  it.getKey(),
                  object.has(it.getKey())
                      ? merge(object.get(it.getKey()), it.getValue())
                      : it.getValue()));
      return object;
    }
    return from;
  }

  /// As the server does with what a Secret says in clear.
  private static void encode(ObjectNode item) {
    if (item.remove("stringData") instanceof ObjectNode texts) {
      texts
          .properties()
          .forEach(it ->
              item.withObject("/data")
                  .put(
                      it.getKey(),
                      Base64.getEncoder()
                          .encodeToString(
                              it.getValue().asText().getBytes(StandardCharsets.UTF_8))));
    }
  }

  private MockResponse delete(String path, JsonNode options) {
    var found = find(path);
    if (found.isEmpty()) {
      return response(404, "");
    }
    var uid = found.get().path("metadata").path("uid").asText();
    if (!options.path("preconditions").path("uid").asText().equals(uid)) {
      return response(409, "");
    }
    if (!options.path("dryRun").isEmpty()) {
      return response(200, found.get().toString());
    }
    if (!held.contains(path)) {
      remove(path);
      collect(uid);
    }
    return response(200, found.get().toString());
  }

  /// Deletes what the object owned.
  private void collect(String owner) {
    var orphans =
        all()
            .filter(it ->
                it.path("metadata").path("ownerReferences").findValuesAsText("uid").contains(owner))
            .map(it -> it.path("metadata").path("uid").asText())
            .toList();
    map.values().removeIf(it -> orphans.contains(read(it).path("metadata").path("uid").asText()));
    orphans.forEach(this::collect);
  }

  private static MockResponse warnings(MockResponse all) {
    var list = (ObjectNode) read(all.getBody().readUtf8());
    var kept = list.arrayNode();
    list.path("items").forEach(it -> keep(it, kept));
    list.set("items", kept);
    return response(200, list.toString());
  }

  private static void keep(JsonNode event, ArrayNode kept) {
    if (event.path("type").asText().equals("Warning")) {
      kept.add(event);
    }
  }

  private static MockResponse response(int code, String body) {
    return new MockResponse()
        .setResponseCode(code)
        .setHeader("Content-Type", "application/json")
        .setBody(body);
  }

  private static JsonNode read(String text) {
    try {
      return FakeCluster.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
