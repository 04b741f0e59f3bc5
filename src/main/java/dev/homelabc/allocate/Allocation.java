package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.Assignments;
import java.util.List;

/// What came of assigning.
///
/// @param lock all that is given now and all that rests: what `homelab.lock` is to hold
public record Allocation(Assignments assignments, Lock lock, List<Diagnostic> findings) {
  static final Allocation NONE = new Allocation(Assignments.NONE, Lock.EMPTY, List.of());

  public Allocation {
    findings = List.copyOf(findings);
  }
}
