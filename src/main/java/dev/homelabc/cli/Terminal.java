package dev.homelabc.cli;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.PrettyRenderer;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.diagnostic.Severity;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a command writes to: results to `out`, everything about the run to `err`.
///
/// @param outStyle how to write to `out`
/// @param errStyle how to write to `err`
/// @param language known once the command line has been read
record Terminal(
    PrintWriter out, PrintWriter err, Style outStyle, Style errStyle, Supplier<Language> language) {

  /// More findings than a person reads in one go.
  private static final int MOST = 100;

  /// What a stream leads to.
  ///
  /// @param isWatched whether it is a terminal, so that a line may change while it is read
  /// @param isColoured whether that terminal is to have colours
  record Style(boolean isWatched, boolean isColoured) {
    static final Style PLAIN = new Style(false, false);

    /// Colours only on a terminal that knows them and whose user does not mind: `NO_COLOR` counts
    /// unless it is empty (no-color.org).
    static Style of(boolean isTerminal, Map<String, String> environment) {
      boolean isWanted =
          environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
      return new Style(isTerminal, isTerminal && isWanted);
    }
  }

  /// One that nobody watches and that speaks English.
  Terminal(PrintWriter out, PrintWriter err) {
    this(out, err, Style.PLAIN, Style.PLAIN);
  }

  /// One that speaks English.
  Terminal(PrintWriter out, PrintWriter err, Style outStyle, Style errStyle) {
    this(out, err, outStyle, errStyle, () -> Language.ENGLISH);
  }

  Terminal speaking(Supplier<Language> other) {
    return new Terminal(out, err, outStyle, errStyle, other);
  }

  String text(Message message) {
    return message.in(language.get());
  }

  /// Says what a person can do about what was said last.
  void help(Message action) {
    err.println("  = " + text(Message.of("help")) + ": " + text(action));
  }

  /// Prints findings, a blank line between them, and counts them.
  void findings(PrintWriter to, List<Diagnostic> findings) {
    report(to, Report.of(findings));
  }

  /// Prints the findings that count, a blank line between them, and counts all. Of very many only
  /// the first are printed, errors before the rest.
  void report(PrintWriter to, Report report) {
    var findings = report.findings();
    if (findings.isEmpty()) {
      return;
    }
    var style = to.equals(out) ? outStyle : errStyle;
    var renderer = new PrettyRenderer(style.isColoured(), language.get());
    for (var finding : first(findings)) {
      to.println(renderer.render(finding));
    }
    if (findings.size() > MOST) {
      to.println(text(Message.of("and {0} more, not shown", findings.size() - MOST)));
    }
    to.println(counts(report));
    if (report.fails() && !report.hasErrors()) {
      to.println(text(Message.of("warnings fail with `--strict`")));
    }
  }

  private static List<Diagnostic> first(List<Diagnostic> findings) {
    return findings.size() <= MOST
        ? findings
        : findings.stream()
            .sorted(Comparator.comparing(Diagnostic::severity))
            .limit(MOST)
            .sorted()
            .toList();
  }

  private String counts(Report report) {
    var counts =
        Stream.of(Severity.values())
            .map(severity -> {
              long count = report.count(severity);
              return count == 0 ? "" : text(count(severity, count));
            })
            .filter(it -> !it.isEmpty());
    return Stream.concat(counts, allowed(report).stream()).collect(Collectors.joining(", "));
  }

  /// How many findings the lab allows, if any.
  Optional<String> allowed(Report report) {
    int count = report.allowed().size();
    return count == 0 ? Optional.empty() : Optional.of(text(Message.of("{0} allowed", count)));
  }

  private static Message count(Severity severity, long count) {
    boolean one = count == 1;
    return switch (severity) {
      case ERROR -> one ? Message.of("{0} error", count) : Message.of("{0} errors", count);
      case WARNING -> one ? Message.of("{0} warning", count) : Message.of("{0} warnings", count);
      case NOTE -> one ? Message.of("{0} note", count) : Message.of("{0} notes", count);
    };
  }
}
