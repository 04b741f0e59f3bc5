package dev.homelabc.adopt;

import dev.homelabc.source.Place;

/// A value of a YAML file.
///
/// @param key where the key stands that it belongs to
/// @param place where the value stands
record Given<T>(T value, Place key, Place place) {
  <R> Given<R> with(R other) {
    return new Given<>(other, key, place);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
