package dev.homelabc.model;

import dev.homelabc.value.AutoValue;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the microVMs of a lab wait for, and what they have: also those that are not in the lab yet,
/// because they wait.
///
/// @param stated values that the sources give them
public record Census(List<Request> requests, Set<AutoValue> stated) {
  public Census {
    requests = List.copyOf(requests);
    // Not a Set.copyOf: it looks for a free place beside a taken one, and numbers that follow each
    // other take long rows of places.
    stated = Collections.unmodifiableSet(new HashSet<>(stated));
  }
}
