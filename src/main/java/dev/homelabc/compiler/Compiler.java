package dev.homelabc.compiler;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.emit.Emitter;
import dev.homelabc.emit.Target;
import dev.homelabc.model.Binder;
import dev.homelabc.rule.Rules;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parsed;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs the stages in order: parse, bind, hold to the laws, emit.
///
/// All findings come in one run: a slip in one statement leaves that statement out, and the rest is
/// bound and held to the laws as far as it goes. The gate stands before the emitter: nothing is
/// made of a lab with an error in it.
public final class Compiler {
  private Compiler() {}

  /// Findings and files of every target.
  public static Compilation compile(SourceSet sources) {
    return compile(sources, Target.ALL);
  }

  /// Findings and the files of some targets; with none of them, findings only.
  public static Compilation compile(SourceSet sources, Collection<Target> targets) {
    var followed = Imports.follow(sources);
    var parsed = followed.files();
    var bound = Binder.bind(parsed);
    List<Diagnostic> findings =
        Stream.of(
                parsed.stream().map(Parsed::diagnostics).flatMap(List::stream),
                followed.findings().stream(),
                bound.diagnostics().stream(),
                Rules.check(bound.lab()).stream())
            .flatMap(it -> it)
            .sorted()
            .toList();
    if (findings.stream().anyMatch(Diagnostic::isError)) {
      return new Compilation(Optional.empty(), Optional.empty(), bound.declarations(), findings);
    }
    return new Compilation(
        Optional.of(bound.lab()),
        targets.isEmpty() ? Optional.empty() : Optional.of(Emitter.emit(bound.lab(), targets)),
        bound.declarations(),
        findings);
  }
}
