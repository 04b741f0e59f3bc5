package dev.homelabc.schema;

import java.util.List;

/// What may stand in a statement's block.
public sealed interface Body {
  /// The properties that may stand in it by name; none where it holds keys of the user's own.
  default List<Property> properties() {
    return List.of();
  }

  /// No block.
  record None() implements Body {}

  /// Properties; the block may be left out where none is required.
  record Properties(List<Property> properties) implements Body {
    public Properties {
      properties = List.copyOf(properties);
    }
  }

  /// Lines of a key of the user's own and a value.
  record Pairs(Type<String> key, Type<String> value) implements Body {}

  /// Options of a NixOS service: keys with values, lists and blocks, as data.
  record Settings() implements Body {}
}
