package dev.homelabc.compiler;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.emit.Emitter;
import dev.homelabc.emit.Target;
import dev.homelabc.model.Binder;
import dev.homelabc.model.Bound;
import dev.homelabc.rule.Rules;
import dev.homelabc.rule.hygiene.LiteralSecret;
import dev.homelabc.rule.hygiene.Unused;
import dev.homelabc.source.SourceSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
    var findings = findings(followed, bound);
    if (findings.stream().anyMatch(Diagnostic::isError)) {
      return new Compilation(Optional.empty(), Optional.empty(), bound.declarations(), findings);
    }
    return new Compilation(
        Optional.of(bound.lab()),
        targets.isEmpty() ? Optional.empty() : Optional.of(Emitter.emit(bound.lab(), targets)),
        bound.declarations(),
        findings);
  }

  /// What is wrong with a lab, sorted. What nothing refers to is sure only once all could be read.
  private static List<Diagnostic> findings(Imports.Followed followed, Bound bound) {
    var findings = new ArrayList<Diagnostic>();
    followed.files().forEach(it -> findings.addAll(it.diagnostics()));
    findings.addAll(followed.findings());
    findings.addAll(bound.diagnostics());
    if (findings.stream().noneMatch(Diagnostic::isError)) {
      findings.addAll(Unused.find(followed.own(), followed.files()));
    }
    findings.addAll(LiteralSecret.find(followed.files()));
    findings.addAll(Rules.check(bound.lab()));
    return findings.stream().sorted().toList();
  }
}
