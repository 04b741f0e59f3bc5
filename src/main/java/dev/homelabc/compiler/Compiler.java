package dev.homelabc.compiler;

import dev.homelabc.allocate.Allocation;
import dev.homelabc.allocate.Allocator;
import dev.homelabc.allocate.LockFile;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.emit.Emitter;
import dev.homelabc.emit.Target;
import dev.homelabc.model.Assignments;
import dev.homelabc.model.Binder;
import dev.homelabc.model.Bound;
import dev.homelabc.rule.Rules;
import dev.homelabc.rule.Severities;
import dev.homelabc.rule.Suppressions;
import dev.homelabc.rule.hygiene.LiteralSecret;
import dev.homelabc.rule.hygiene.Unused;
import dev.homelabc.source.SourceSet;
import dev.homelabc.work.Together;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Runs the stages in order: parse, bind, assign, hold to the laws, emit. A lab that leaves
/// something to `auto` is bound twice, first to learn what it is.
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
    var lock = LockFile.read(sources.lock());
    var waiting = Binder.bind(parsed, Assignments.NONE, sources.replicas());
    var allocation = Allocator.allocate(waiting.lab(), waiting.census(), lock, sources.isLocked());
    var bound =
        waiting.census().requests().isEmpty()
            ? waiting
            : Binder.bind(parsed, allocation.assignments(), sources.replicas());
    var slips = slips(followed, allocation, bound);
    var report = report(findings(slips, followed, allocation, bound), followed, bound);
    return new Compilation(
        hasError(slips) ? Optional.empty() : Optional.of(bound.lab()),
        targets.isEmpty() || report.hasErrors()
            ? Optional.empty()
            : Optional.of(Emitter.emit(bound.lab(), sources.former(), targets)),
        bound.declarations(),
        allocation.lock(),
        report);
  }

  /// What kept the lab from being read as it is meant.
  private static List<Diagnostic> slips(
      Imports.Followed followed, Allocation allocation, Bound bound) {
    var slips = new ArrayList<Diagnostic>();
    followed.files().forEach(it -> slips.addAll(it.diagnostics()));
    slips.addAll(followed.findings());
    slips.addAll(allocation.findings());
    slips.addAll(bound.diagnostics());
    return slips;
  }

  /// What is wrong with a lab as it weighs there, but for what the lab allows.
  private static Report report(List<Diagnostic> found, Imports.Followed followed, Bound bound) {
    var severities = Severities.of(bound.lab(), Codes.ALL, found::add);
    return Suppressions.of(followed.files(), Codes.ALL, severities)
        .apply(found.stream().flatMap(it -> severities.weigh(it).stream()).toList());
  }

  /// What is wrong with a lab. What nothing refers to, and what nobody asks for, is sure only once
  /// all could be read.
  private static List<Diagnostic> findings(
      List<Diagnostic> slips, Imports.Followed followed, Allocation allocation, Bound bound) {
    var findings = new ArrayList<>(slips);
    if (!hasError(slips)) {
      findings.addAll(allocation.outdated());
      findings.addAll(Unused.find(followed.own(), followed.files()));
    }
    Together.<Supplier<List<Diagnostic>>, List<Diagnostic>>map(
            List.of(() -> LiteralSecret.find(followed.files()), () -> Rules.check(bound.lab())),
            bound.lab().size(),
            Supplier::get)
        .forEach(findings::addAll);
    return findings;
  }

  private static boolean hasError(List<Diagnostic> findings) {
    return findings.stream().anyMatch(Diagnostic::isError);
  }
}
