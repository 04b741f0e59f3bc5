package dev.homelabc.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.diagnostic.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The manual for programs: `{ "kinds": [ … ] }`. Kinds and properties are objects of one form:
///
/// | key | value |
/// |---|---|
/// | `name`, `doc`, `usage`, `example` | texts; the example is a whole statement |
/// | `forms` | rows of parameters, told apart by their number |
/// | `block` | `none`, `properties`, `pairs` (of `key` and `value`), or `settings` of a service |
/// | `key`, `value` | types; of a block of pairs only |
/// | `required` | boolean |
/// | `default`, `otherwise` | the argument that holds without it; the same in words. Not always |
/// | `repeat` | `once`, `keyed` (once for each first argument), `appended` (any number) |
/// | `platform` | `any`, `microvm`, `openshift` |
/// | `properties` | those of the block, where it has them |
///
/// A parameter has `name`, `many` (one argument or more) and `type`. A type has `label` and
/// `example`, and where it applies `unit`, `values` (the only words), `kinds` (of which it is a
/// name), `raw` (whether `${…}` stays as it is).
final class ManualJson {
  private final JsonGenerator json;

  private ManualJson(JsonGenerator json) {
    this.json = json;
  }

  static String print(List<Property> kinds) {
    return JsonText.of(json -> new ManualJson(json).properties("kinds", kinds));
  }

  private void properties(String key, List<Property> properties) throws IOException {
    json.writeArrayFieldStart(key);
    for (var property : properties) {
      json.writeStartObject();
      property(property);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void property(Property property) throws IOException {
    json.writeStringField("name", property.name());
    json.writeStringField("doc", property.doc());
    json.writeStringField("usage", property.usage());
    json.writeStringField("example", property.sample());
    json.writeArrayFieldStart("forms");
    for (var form : property.forms()) {
      json.writeStartArray();
      for (var parameter : form) {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        json.writeBooleanField("many", parameter.isMany());
        type("type", parameter.type());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeBooleanField("required", property.isRequired());
    if (property.standard().isPresent()) {
      json.writeStringField("default", property.standard().get());
    }
    if (property.otherwise().isPresent()) {
      json.writeStringField("otherwise", property.otherwise().get());
    }
    json.writeStringField("repeat", lower(property.repeat()));
    json.writeStringField("platform", lower(property.platform()));
    switch (property.body()) {
      case Body.None() -> json.writeStringField("block", "none");
      case Body.Settings() -> json.writeStringField("block", "settings");
      case Body.Properties(var inner) -> {
        json.writeStringField("block", "properties");
        properties("properties", inner);
      }
      case Body.Pairs(var key, var value) -> {
        json.writeStringField("block", "pairs");
        type("key", key);
        type("value", value);
      }
    }
  }

  private void type(String key, Type<?> type) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeStringField("label", type.label().toString());
    json.writeStringField("example", type.example());
    switch (type) {
      case Type.Scalar<?> scalar -> {
        if (scalar.unit().isPresent()) {
          json.writeStringField("unit", scalar.unit().get());
        }
      }
      case Type.Choice<?> choice -> strings("values", List.copyOf(choice.options().keySet()));
      case Type.Reference reference -> strings("kinds", reference.kinds());
      case Type.Words words -> json.writeBooleanField("raw", words.isRaw());
    }
    json.writeEndObject();
  }

  private void strings(String key, List<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
