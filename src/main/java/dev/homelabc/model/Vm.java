package dev.homelabc.model;

import dev.homelabc.value.Name;
import java.util.Optional;

/// A virtual machine, one replica of it.
public sealed interface Vm permits MicroVm, OpenShiftVm {
  Name name();

  /// The place of the name in the declaration.
  Origin origin();

  Optional<Sourced<String>> description();
}
