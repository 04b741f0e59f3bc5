package dev.homelabc.diagnostic;

import java.util.List;
import java.util.Locale;

/// Workflow commands of GitHub Actions, the heaviest findings first.
///
/// GitHub makes annotations of the first ten errors, ten warnings and ten notices of a step and
/// drops the rest without a word. Where there are more of a kind, the tenth says how many.
final class GithubFormat {
  private static final int MOST = 10;

  private final Language language;
  private final StringBuilder out = new StringBuilder();

  private GithubFormat(Language language) {
    this.language = language;
  }

  static String print(Report report, Language language) {
    var format = new GithubFormat(language);
    for (var severity : Severity.values()) {
      format.commands(
          severity, report.findings().stream().filter(it -> it.severity() == severity).toList());
    }
    return format.out.toString();
  }

  private void commands(Severity severity, List<Diagnostic> findings) {
    int shown = findings.size() <= MOST ? findings.size() : MOST - 1;
    findings.subList(0, shown).forEach(this::command);
    if (shown < findings.size()) {
      var more =
          Message.of("and {0} more; `homelabc check` shows them all", findings.size() - shown);
      out.append("::%s::%s\n".formatted(word(severity), data(more.in(language))));
    }
  }

  private void command(Diagnostic finding) {
    var place = finding.primary().place();
    var region = Region.of(place);
    out.append("::%s file=%s".formatted(word(finding.severity()), property(place.file().path())));
    out.append(",line=%d,endLine=%d".formatted(region.start().line(), region.end().line()));
    // Columns of different lines would be taken for those of one.
    if (region.start().line() == region.end().line()) {
      out.append(",col=%d,endColumn=%d".formatted(region.start().column(), region.end().column()));
    }
    out.append(",title=").append(property(finding.code().name()));
    out.append("::").append(data(String.join("\n", Prose.lines(finding, language)))).append('\n');
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR, WARNING -> severity.name().toLowerCase(Locale.ROOT);
      case NOTE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
