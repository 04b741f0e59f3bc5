package dev.homelabc.compiler;

import dev.homelabc.allocate.Lock;
import dev.homelabc.diagnostic.Diagnostic;
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
/// @param diagnostics all findings, sorted
public record Compilation(
    Optional<Lab> lab,
    Optional<OutputTree> tree,
    List<Declaration> declarations,
    Lock lock,
    List<Diagnostic> diagnostics) {
  public Compilation {
    declarations = List.copyOf(declarations);
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
