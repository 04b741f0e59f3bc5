package dev.homelabc.model;

import dev.homelabc.value.AutoValue;
import java.util.Map;
import java.util.Optional;

/// The values of what the lab leaves to `auto`.
public record Assignments(Map<Slot, Sourced<AutoValue>> values) {
  public static final Assignments NONE = new Assignments(Map.of());

  public Assignments {
    values = Map.copyOf(values);
  }

  public Optional<Sourced<AutoValue>> of(Slot slot) {
    return Optional.ofNullable(values.get(slot));
  }
}
