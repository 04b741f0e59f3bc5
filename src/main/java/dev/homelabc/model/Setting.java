package dev.homelabc.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a NixOS service option: data, never code.
public sealed interface Setting {
  record Text(String value) implements Setting {}

  record Whole(long value) implements Setting {}

  record Flag(boolean value) implements Setting {}

  record Nothing() implements Setting {}

  /// A value and the line that states it.
  record From(Origin origin, Setting value) implements Setting {}

  /// The value itself, wherever it comes from.
  default Setting plain() {
    return this instanceof From(_, var value) ? value.plain() : this;
  }

  record Sequence(List<Setting> values) implements Setting {
    public Sequence {
      values = List.copyOf(values);
    }
  }

  /// Keys are single attribute names in the order written; dots in them do not nest.
  record Attributes(Map<String, Setting> values) implements Setting {
    public Attributes {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}
