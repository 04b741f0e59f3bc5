package dev.homelabc.allocate;

import dev.homelabc.model.Slot;
import dev.homelabc.value.AutoValue;

/// What a VM was given: one line of the lock, such as `web ip 10.0.20.10`.
///
/// @param value of the property's type: an address, a name or a CID
/// @param isFreed the VM has it no longer; it rests, so that nobody else gets what caches,
///   firewalls and certificates may still take for that VM
public record Given(Slot slot, AutoValue value, boolean isFreed) implements Comparable<Given> {
  static final String FREED = "freed";

  Given freed() {
    return new Given(slot, value, true);
  }

  /// By the bytes of the lines, as `LC_ALL=C sort` does; they are ASCII.
  @Override
  public int compareTo(Given other) {
    return toString().compareTo(other.toString());
  }

  /// The line of the lock.
  @Override
  public String toString() {
    return slot + " " + value + (isFreed ? " " + FREED : "");
  }
}
