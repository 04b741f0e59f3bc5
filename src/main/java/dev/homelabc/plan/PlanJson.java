package dev.homelabc.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.diagnostic.JsonText;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A plan for programs. `docs/plan.md` describes the keys.
final class PlanJson {
  private final JsonGenerator json;

  private PlanJson(JsonGenerator json) {
    this.json = json;
  }

  static String print(Plan plan) {
    return JsonText.of(json -> new PlanJson(json).plan(plan));
  }

  private void plan(Plan plan) throws IOException {
    json.writeBooleanField("destructive", plan.isDestructive());
    json.writeArrayFieldStart("entries");
    for (var entry : plan.entries()) {
      json.writeStartObject();
      entry(entry);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (var file : plan.files().entrySet()) {
      json.writeStartObject();
      json.writeStringField("path", file.getKey());
      json.writeStringField("state", file.getValue().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void entry(Entry entry) throws IOException {
    json.writeStringField("kind", entry.subject().kind().word());
    json.writeStringField("name", entry.subject().name());
    optional("on", entry.where());
    json.writeStringField("state", entry.state().word());
    json.writeStringField("cost", entry.cost().word());
    texts("costs", entry.costs().stream().map(Cost::word).toList());
    json.writeBooleanField("destructive", entry.isDestructive());
    json.writeArrayFieldStart("changes");
    for (var change : entry.changes()) {
      json.writeStartObject();
      change(change);
      json.writeEndObject();
    }
    json.writeEndArray();
    texts("steps", entry.steps().stream().map(Message::toString).toList());
    texts("left", entry.left());
    json.writeArrayFieldStart("users");
    for (var use : entry.users()) {
      json.writeStartObject();
      json.writeStringField("use", use.kind().word());
      optional("of", Optional.of(use.on()).filter(it -> !it.isEmpty()));
      texts("by", use.users());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void change(Change change) throws IOException {
    json.writeStringField("property", change.path());
    json.writeStringField("label", change.label());
    optional("owner", Optional.of(change.owner()).filter(it -> !it.isEmpty()));
    optional("before", change.before());
    optional("after", change.after());
    json.writeStringField("cost", change.cost().word());
    json.writeStringField("basis", change.basis().word());
    json.writeBooleanField("destructive", change.loses());
    optional("note", Optional.of(change.note().toString()).filter(it -> !it.isEmpty()));
    optional("file", change.place().map(it -> it.file().path()));
    if (change.place().isPresent()) {
      json.writeNumberField("line", line(change.place().get()));
    } else {
      json.writeNullField("line");
    }
  }

  private static int line(Place place) {
    return place.line();
  }

  private void optional(String key, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(key, value.get());
    } else {
      json.writeNullField(key);
    }
  }

  private void texts(String key, Collection<String> texts) throws IOException {
    json.writeArrayFieldStart(key);
    for (var text : List.copyOf(texts)) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
