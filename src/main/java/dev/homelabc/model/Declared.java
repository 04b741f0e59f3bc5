package dev.homelabc.model;

import dev.homelabc.value.Name;

/// What a lab declares under a name.
public interface Declared {
  Name name();

  /// Where it is declared.
  Origin origin();

  /// The name, which comes from the declaration.
  default Sourced<Name> named() {
    return new Sourced<>(name(), origin());
  }
}
