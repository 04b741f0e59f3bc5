package dev.homelabc.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The forms that a report comes in, each for another reader. None has colours, and each says
/// something well-formed where there are no findings.
public enum Format {
  /// For people.
  TEXT {
    @Override
    public String of(Report report, Language language) {
      var renderer = PrettyRenderer.plain(language);
      return report.findings().stream().map(renderer::render).collect(Collectors.joining("\n"));
    }
  },
  /// `path:line:column: severity[code]: message`, for editors and grep.
  LINE {
    @Override
    public String of(Report report, Language language) {
      return LineFormat.print(report, language);
    }
  },
  /// All that is known; `docs/findings.md` describes it.
  JSON {
    @Override
    public String of(Report report, Language language) {
      return JsonFormat.print(report, language);
    }
  },
  /// SARIF 2.1.0, for code scanning.
  SARIF {
    @Override
    public String of(Report report, Language language) {
      return SarifFormat.print(report, language);
    }
  },
  /// Workflow commands of GitHub Actions, which become annotations.
  GITHUB {
    @Override
    public String of(Report report, Language language) {
      return GithubFormat.print(report, language);
    }
  },
  /// A code quality report of GitLab.
  GITLAB {
    @Override
    public String of(Report report, Language language) {
      return GitlabFormat.print(report, language);
    }
  },
  /// The diagnostic format of reviewdog, with fixes as suggestions.
  RDJSON {
    @Override
    public String of(Report report, Language language) {
      return RdjsonFormat.print(report, language);
    }
  },
  /// JUnit XML, for whatever shows tests.
  JUNIT {
    @Override
    public String of(Report report, Language language) {
      return JunitFormat.print(report, language);
    }
  };

  /// The report in this form; empty, or ending in a line break.
  public abstract String of(Report report, Language language);

  /// The name of the form on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<Format> all() {
    return List.of(values());
  }
}
