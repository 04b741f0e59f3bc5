package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import java.util.List;

/// What binding came to: the lab as far as it could be bound, and all that was wrong. With an error
/// among the findings the lab lacks what they are about, so nothing may be written from it.
///
/// @param census what its VMs wait for and have
/// @param declarations every declaration with its properties, in the order of the manual, those
///   with mistakes in them too
public record Bound(
    Lab lab, Census census, List<Declaration> declarations, List<Diagnostic> diagnostics) {
  public Bound {
    declarations = List.copyOf(declarations);
    diagnostics = List.copyOf(diagnostics);
  }
}
