package dev.homelabc.model;

import dev.homelabc.source.Place;
import java.util.Optional;

/// Where a value comes from: the words that state it, and the profile through which they reached
/// their owner. A default has the place of the declaration that it completes.
///
/// @param lock for `auto`: the entry of `homelab.lock` that holds the value
public record Origin(
    Place place, Optional<String> profile, boolean isDefault, Optional<Place> lock) {
  public static Origin written(Place place) {
    return new Origin(place, Optional.empty(), false, Optional.empty());
  }

  /// The same, reached through a profile; what came through another one before keeps its name.
  public Origin through(String name) {
    return profile.isPresent() ? this : new Origin(place, Optional.of(name), isDefault, lock);
  }

  public Origin asDefault() {
    return new Origin(place, profile, true, lock);
  }

  public Origin heldBy(Place entry) {
    return new Origin(place, profile, isDefault, Optional.of(entry));
  }
}
