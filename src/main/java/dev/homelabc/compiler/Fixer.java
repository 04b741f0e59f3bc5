package dev.homelabc.compiler;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Label;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Applies the fixes that findings carry, and no other change: comments, spaces and line ends stay.
///
/// Each try is compiled before it counts. A fix that does not cure its finding, that brings another
/// error to the place it changes, or with which the lab has more errors than before is left out.
public final class Fixer {
  /// One fix can bare another, but not without end.
  private static final int ROUNDS = 10;

  /// How often a round compiles the lab: the fixes that it did not come to are left out.
  private static final int TRIES = 100;

  /// A lab, and which fixes made it from another one.
  private record Attempt(List<Diagnostic> fixed, SourceSet sources, Report report) {
    static Attempt of(List<Diagnostic> fixed, SourceSet sources) {
      return new Attempt(fixed, sources, Compiler.compile(sources, List.of()).report());
    }

    List<Diagnostic> findings() {
      return report.findings();
    }

    long errors() {
      return findings().stream().filter(Diagnostic::isError).count();
    }
  }

  /// The lab that this round begins with: the places of all fixes are in its files.
  private final Attempt lab;

  private int tries;

  private Fixer(Attempt lab) {
    this.lab = lab;
  }

  /// Fixes what can be fixed in the files of a lab. Files that they import from elsewhere stay.
  public static Fixed fix(SourceSet sources) {
    var lab = Attempt.of(List.of(), sources);
    var counts = new TreeMap<String, Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      var fixer = new Fixer(lab);
      var next = fixer.more(new Attempt(List.of(), lab.sources, lab.report), fixer.candidates());
      if (next.fixed.isEmpty()) {
        break;
      }
      count(next.fixed, counts);
      lab = next;
    }
    return new Fixed(lab.sources, counts, lab.report);
  }

  private static void count(List<Diagnostic> fixed, SortedMap<String, Integer> counts) {
    fixed.forEach(it -> counts.merge(it.primary().place().file().path(), 1, Integer::sum));
  }

  /// The findings whose fixes can be applied together; of two that overlap, the first.
  private List<Diagnostic> candidates() {
    // What is not UTF-8 would not survive being written.
    var own =
        lab.sources.files().stream()
            .filter(it -> it.undecodable().isEmpty())
            .map(SourceFile::path)
            .collect(Collectors.toSet());
    var chosen = new ArrayList<Diagnostic>();
    var taken = new Changes();
    for (var finding : lab.findings()) {
      if (finding.fix().filter(it -> isWithin(own, it) && !taken.touch(it)).isPresent()) {
        chosen.add(finding);
        taken.add(finding);
      }
    }
    return chosen;
  }

  private static boolean isWithin(Set<String> files, Fix fix) {
    return fix.edits().stream().allMatch(it -> files.contains(it.place().file().path()));
  }

  /// As many of these fixes as do no harm, on top of those that an attempt has.
  private Attempt more(Attempt soFar, List<Diagnostic> fixes) {
    var rest = fixes;
    while (!rest.isEmpty() && tries < TRIES) {
      tries++;
      var all = Stream.concat(soFar.fixed.stream(), rest.stream()).toList();
      var patch = new Patch(all);
      var attempt = Attempt.of(all, patch.applied(lab.sources));
      var culprits = culprits(patch, attempt);
      if (culprits.isEmpty()) {
        return attempt.errors() <= lab.errors() ? attempt : halves(soFar, rest);
      }
      var left = rest.stream().filter(it -> !culprits.contains(it)).toList();
      if (left.size() == rest.size()) {
        // These do no harm by themselves but to those before them.
        return halves(soFar, rest);
      }
      rest = left;
    }
    return soFar;
  }

  /// The same, found by trying the halves of fixes that do harm together.
  private Attempt halves(Attempt soFar, List<Diagnostic> fixes) {
    int half = fixes.size() / 2;
    return half == 0
        ? soFar
        : more(more(soFar, fixes.subList(0, half)), fixes.subList(half, fixes.size()));
  }

  /// The findings whose fixes did not cure them, or brought another error to their place. An error
  /// belongs to the fix where it stands; to those where it only points, if there is no such fix.
  private Set<Diagnostic> culprits(Patch patch, Attempt attempt) {
    var known = new IdentityHashMap<Diagnostic, Set<Code>>();
    for (var finding : lab.findings()) {
      for (var label : labels(finding).toList()) {
        for (var cause : patch.before().causes(label)) {
          known.computeIfAbsent(cause, _ -> new HashSet<>()).add(finding.code());
        }
      }
    }
    var standing = culprits(patch, attempt, known, it -> Stream.of(it.primary()));
    return standing.isEmpty() ? culprits(patch, attempt, known, Fixer::labels) : standing;
  }

  private static Set<Diagnostic> culprits(
      Patch patch,
      Attempt attempt,
      Map<Diagnostic, Set<Code>> known,
      Function<Diagnostic, Stream<Label>> labels) {
    Set<Diagnostic> culprits = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var finding : attempt.findings()) {
      labels
          .apply(finding)
          .flatMap(label -> patch.after().causes(label).stream())
          .filter(cause ->
              finding.code().equals(cause.code())
                  || (finding.isError()
                      && !known.getOrDefault(cause, Set.of()).contains(finding.code())))
          .forEach(culprits::add);
    }
    return culprits;
  }

  private static Stream<Label> labels(Diagnostic finding) {
    return Stream.concat(Stream.of(finding.primary()), finding.others().stream());
  }
}
