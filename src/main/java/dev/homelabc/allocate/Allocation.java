package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.Assignments;
import java.util.List;

/// What came of assigning.
///
/// @param lock all that is given now and all that rests: what `homelab.lock` is to hold
/// @param outdated that the lock would change, where it may not. A VM with a mistake in it may ask
///   for nothing, so these count only where all could be read.
public record Allocation(
    Assignments assignments, Lock lock, List<Diagnostic> findings, List<Diagnostic> outdated) {
  static final Allocation NONE = new Allocation(Assignments.NONE, Lock.EMPTY, List.of(), List.of());

  public Allocation {
    outdated = List.copyOf(outdated);
    findings = List.copyOf(findings);
  }
}
