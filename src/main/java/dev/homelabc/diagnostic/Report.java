package dev.homelabc.diagnostic;

import java.util.Comparator;
import java.util.List;

/// What a check comes to: the findings that count, and those that the lab allows. Both are sorted,
/// so that the same lab gives the same report.
public record Report(List<Diagnostic> findings, List<Allowed> allowed) {
  public Report {
    findings = findings.stream().sorted().toList();
    allowed = allowed.stream().sorted(Comparator.comparing(Allowed::finding)).toList();
  }

  public static Report of(List<Diagnostic> findings) {
    return new Report(findings, List.of());
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Diagnostic::isError);
  }
}
