package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;
import java.util.List;
import java.util.function.Function;

/// What a check comes to: the findings that count, and those that the lab allows. Both are sorted,
/// so that the same lab gives the same report.
///
/// @param context words around a place that stay when others move, such as `vm web memory 2GiB`
/// @param isStrict whether warnings fail too
public record Report(
    List<Diagnostic> findings,
    List<Allowed> allowed,
    Function<Place, String> context,
    boolean isStrict) {
  public Report {
    findings = findings.stream().sorted().toList();
    allowed =
        allowed.stream().sorted((it, other) -> it.finding().compareTo(other.finding())).toList();
  }

  /// A report of which nothing is allowed.
  public static Report of(List<Diagnostic> findings) {
    return new Report(findings, List.of(), Place::text, false);
  }

  /// The same where warnings fail too, if so asked.
  public Report strict(boolean asked) {
    return new Report(findings, allowed, context, asked);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Diagnostic::isError);
  }

  /// Whether the check fails, and what asked for it with an exit code.
  public boolean fails() {
    return findings.stream().anyMatch(this::fails);
  }

  /// Whether one of the findings is enough to fail. A note never is.
  boolean fails(Diagnostic finding) {
    return switch (finding.severity()) {
      case ERROR -> true;
      case WARNING -> isStrict;
      case NOTE -> false;
    };
  }

  public long count(Severity severity) {
    return findings.stream().filter(it -> it.severity() == severity).count();
  }
}
