package dev.homelabc.diagnostic;

import java.util.stream.Collectors;

/// One line a finding, as compilers print them: `vms.lab:6:7: error[duplicate-mac]: message`.
/// Columns count UTF-16 code units. The severity is English in every language, as programs look for
/// it.
final class LineFormat {
  private LineFormat() {}

  static String print(Report report, Language language) {
    return report.findings().stream()
        .map(it -> line(it, language) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(Diagnostic finding, Language language) {
    return Columns.printable(
        "%s: %s: %s"
            .formatted(
                finding.primary().place(),
                finding.title(Language.ENGLISH),
                finding.message().in(language)));
  }
}
