package dev.homelabc.emit;

import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.output.Traced;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A YAML value.
///
/// A template prints one with `[=x]` directly behind the colon of its key, on a line that begins
/// with that key: `affinity:[=affinity]`. Strings come out quoted, texts of several lines as a
/// literal block where that says exactly the same, collections in block style.
public sealed interface Yaml {
  record Text(String value) implements Yaml {}

  record Whole(long value) implements Yaml {}

  record Flag(boolean value) implements Yaml {}

  record Null() implements Yaml {}

  record ListOf(List<Yaml> values) implements Yaml {
    public ListOf {
      values = List.copyOf(values);
    }
  }

  /// Keys in the order given.
  record Mapping(Map<String, Yaml> values) implements Yaml {
    public Mapping {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// This mapping with one more key at its end.
    public Mapping with(String key, Yaml value) {
      var more = new LinkedHashMap<>(values);
      more.put(key, value);
      return new Mapping(more);
    }

    public Mapping with(String key, String text) {
      return with(key, new Text(text));
    }

    public Mapping with(String key, Sourced<?> text) {
      return with(key, Yaml.text(text));
    }

    public Mapping with(String key, Optional<? extends Yaml> value) {
      return value.map(it -> with(key, it)).orElse(this);
    }

    /// Nothing where there is no key: an empty mapping is better left out.
    public Optional<Mapping> unlessEmpty() {
      return values.isEmpty() ? Optional.empty() : Optional.of(this);
    }
  }

  /// A text that a template made, with what it knows of its lines.
  record Block(Traced text) implements Yaml {}

  /// A value and where it comes from.
  record From(Origin origin, Yaml value) implements Yaml {}

  /// A string of the lab's.
  static Yaml text(Sourced<?> value) {
    return new From(
        value.origin(),
        value.value() instanceof Sourced<?> inner
            ? text(inner)
            : new Text(value.value().toString()));
  }

  /// A number of the lab's.
  static Yaml whole(Sourced<Integer> value) {
    return new From(value.origin(), new Whole(value.value()));
  }

  /// The value itself, wherever it comes from.
  default Yaml plain() {
    return this instanceof From(_, var value) ? value.plain() : this;
  }

  static Mapping mapping() {
    return new Mapping(Map.of());
  }

  /// A mapping of strings of the lab's.
  static Mapping texts(Map<String, Sourced<String>> values) {
    var texts = new LinkedHashMap<String, Yaml>();
    values.forEach((key, value) -> texts.put(key, text(value)));
    return new Mapping(texts);
  }

  /// The string as a double-quoted scalar, which is a JSON string too.
  static String quoted(String text) {
    return "\"" + YamlFormat.YAML.escape(text) + "\"";
  }

  /// The value as JSON, one member a line, with a newline at its end.
  default String json() {
    return block().text().text();
  }

  /// The same as a text in YAML.
  default Block block() {
    var out = new LineWriter();
    YamlPrinter.json(this, out, 0);
    out.write("\n");
    return new Block(out.traced());
  }
}
