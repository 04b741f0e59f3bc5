package dev.homelabc.compiler;

import dev.homelabc.allocate.Lock;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import java.util.List;
import java.util.Optional;

/// What a compilation came to.
///
/// @param lab the typed lab, if all of it could be bound; it may break laws
/// @param tree the files to write, if the lab is free of errors and files were asked for
/// @param declarations what each statement came to as far as it could be bound, errors or not
/// @param lock what `homelab.lock` is to hold, if the lab is free of errors
/// @param report all findings
public record Compilation(
    Optional<Lab> lab,
    Optional<OutputTree> tree,
    List<Declaration> declarations,
    Lock lock,
    Report report) {
  public Compilation {
    declarations = List.copyOf(declarations);
  }

  /// The findings that count, sorted.
  public List<Diagnostic> diagnostics() {
    return report.findings();
  }

  public boolean hasErrors() {
    return report.hasErrors();
  }
}
