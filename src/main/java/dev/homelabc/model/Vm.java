package dev.homelabc.model;

import dev.homelabc.value.Name;
import dev.homelabc.value.Size;
import java.util.Optional;

/// A virtual machine, one replica of it.
public sealed interface Vm permits MicroVm, OpenShiftVm {
  Name name();

  /// The place of the name in the declaration.
  Origin origin();

  Optional<Sourced<String>> description();

  /// Virtual CPUs.
  Sourced<Integer> vcpu();

  Sourced<Size> memory();
}
