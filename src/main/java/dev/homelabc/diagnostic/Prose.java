package dev.homelabc.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A finding as a few lines of plain text, for tools that show no source of their own.
final class Prose {
  private Prose() {}

  /// The sentence, what every label says, and the help. Control characters come out as U+FFFD, so
  /// that no line is more than one.
  static List<String> lines(Diagnostic finding, Language language) {
    var lines = new ArrayList<String>();
    lines.add(finding.message().in(language));
    label(finding.primary(), language, lines);
    finding.others().forEach(it -> label(it, language, lines));
    for (var help : help(finding, language)) {
      help.lines().map(it -> Message.of("help").in(language) + ": " + it).forEach(lines::add);
    }
    return lines.stream().map(Columns::printable).toList();
  }

  private static void label(Label label, Language language, List<String> lines) {
    if (!label.text().isEmpty()) {
      lines.add(label.place() + ": " + label.text().in(language));
    }
  }

  /// The same in words.
  static List<String> help(Diagnostic finding, Language language) {
    return help(finding).stream().map(it -> it.in(language)).toList();
  }

  /// What to do, with the fix where no help says the same.
  static List<Message> help(Diagnostic finding) {
    var fix =
        finding
            .fix()
            .filter(it -> !finding.help().contains(it.title()))
            .filter(it -> finding.help().stream().noneMatch(help -> it.isSaidBy(help.toString())))
            .map(Fix::title);
    return Stream.concat(finding.help().stream(), fix.stream()).toList();
  }
}
