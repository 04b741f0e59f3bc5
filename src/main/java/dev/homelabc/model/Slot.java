package dev.homelabc.model;

import dev.homelabc.value.Name;
import java.util.Optional;

/// One property of one VM that a value can be assigned to. Sorts by VM.
///
/// @param vm a replica under its own name
/// @param nic the further network interface; empty is the VM's first, and the VM itself
public record Slot(Name vm, Optional<Name> nic, AutoProperty property) implements Comparable<Slot> {
  /// The VM, and its further interface where it is one's: `web` or `web/backup`.
  public String owner() {
    return nic.map(it -> vm + "/" + it).orElse(vm.text());
  }

  @Override
  public int compareTo(Slot other) {
    int order = owner().compareTo(other.owner());
    return order == 0 ? property.compareTo(other.property) : order;
  }

  @Override
  public String toString() {
    return owner() + " " + property;
  }
}
