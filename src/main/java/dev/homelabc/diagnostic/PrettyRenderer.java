package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Shows a finding to a person: the message, each line that takes part with its labels below it,
/// and what to do.
///
/// ```
/// error[duplicate-mac]: MAC address `02:00:00:00:10:01` is used twice
///   --> vms.lab:6:7
///    |
///  2 |   mac 02:00:00:00:10:01
///    |       ----------------- first used by `vault`
///  6 |   mac 02:00:00:00:10:01
///    |       ^^^^^^^^^^^^^^^^^ used again by `jenkins`
///    |
///    = help: give each VM its own address
///    = more: homelabc explain duplicate-mac
/// ```
///
/// The place in the header counts columns in UTF-16 code units, as [Place] does; the carets stand
/// where a terminal shows the text. Control characters in source or message come out as U+FFFD, so
/// that a lab cannot steer the terminal. What follows the head of a private key on its line is
/// masked. Of a long line only the part around the label is shown.
public final class PrettyRenderer {
  /// Lines between two labels that are not worth a mark: their numbers show the gap well enough.
  private static final int SMALL_GAP = 5;

  /// The longest sentence that is printed whole, in UTF-16 code units.
  private static final int LONGEST = 1_000;

  private final Paint paint;
  private final Language language;

  /// With ANSI colours if so asked.
  public PrettyRenderer(boolean colour, Language language) {
    this.language = language;
    this.paint = colour ? Paint.ANSI : Paint.PLAIN;
  }

  public static PrettyRenderer plain() {
    return plain(Language.ENGLISH);
  }

  public static PrettyRenderer plain(Language language) {
    return new PrettyRenderer(false, language);
  }

  /// The finding as lines, the last one ending in a newline.
  public String render(Diagnostic finding) {
    var severity = finding.severity();
    var out = new StringBuilder();
    out.append(paint.severity(severity, finding.title(language)))
        .append(paint.strong(": " + shortened(finding.message().in(language))))
        .append('\n');
    var byFile = byFile(finding);
    var margin = " ".repeat(digits(byFile) + 1);
    var arrow = "-->";
    for (var labels : byFile.values()) {
      out.append(margin).append(paint.frame(arrow));
      out.append(' ').append(Columns.printable(labels.getFirst().place().toString())).append('\n');
      out.append(margin).append(paint.frame(" |")).append('\n');
      snippet(out, labels, finding.primary(), severity, margin);
      out.append(margin).append(paint.frame(" |")).append('\n');
      arrow = ":::";
    }
    for (var help : Prose.help(finding, language)) {
      note(out, margin, Message.of("help"), help);
    }
    note(out, margin, Message.of("more"), "homelabc explain " + finding.code().name());
    return out.toString();
  }

  /// The primary label's file first, then the others as they come.
  private static Map<SourceFile, List<Label>> byFile(Diagnostic finding) {
    var files = new LinkedHashMap<SourceFile, List<Label>>();
    files
        .computeIfAbsent(finding.primary().place().file(), _ -> new ArrayList<>())
        .add(finding.primary());
    for (var label : finding.others()) {
      files.computeIfAbsent(label.place().file(), _ -> new ArrayList<>()).add(label);
    }
    return files;
  }

  private static int digits(Map<SourceFile, List<Label>> byFile) {
    int last = 1;
    for (var labels : byFile.values()) {
      for (var label : labels) {
        last = Math.max(last, label.place().line());
      }
    }
    return Integer.toString(last).length();
  }

  private void snippet(
      StringBuilder out, List<Label> labels, Label primary, Severity severity, String margin) {
    var sorted = new ArrayList<>(labels);
    // The sort is stable: of two labels at one place, the primary one stays first.
    sorted.sort((it, other) -> it.place().compareTo(other.place()));
    int shown = 0;
    for (var label : sorted) {
      var place = label.place();
      int line = place.line();
      var excerpt = Excerpt.around(place);
      var columns = new Columns(excerpt.text());
      // A long line is shown once for each of its labels.
      if (line != shown || excerpt.isCut()) {
        if (shown > 0 && line - shown > SMALL_GAP + 1) {
          out.append(paint.frame("...")).append('\n');
        }
        var number = " ".repeat(margin.length() - 1 - Integer.toString(line).length()) + line;
        out.append(' ').append(paint.frame(number + " |"));
        out.append(columns.text().isEmpty() ? "" : " " + columns.text()).append('\n');
        shown = line;
      }
      // A span over several lines is underlined on its first one only.
      int from = columns.before(place.span().start() - excerpt.start());
      int to = columns.through(place.span().end() - excerpt.start());
      boolean first = label.equals(primary);
      var mark = (first ? "^" : "-").repeat(Math.max(1, to - from));
      var words = label.text().isEmpty() ? "" : " " + Columns.printable(label.text().in(language));
      out.append(margin).append(paint.frame(" |")).append(' ').append(" ".repeat(from));
      out.append(first ? paint.severity(severity, mark + words) : paint.frame(mark + words));
      out.append('\n');
    }
  }

  private static String shortened(String text) {
    return Columns.printable(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }

  private void note(StringBuilder out, String margin, Message heading, String text) {
    var kind = heading.in(language);
    out.append(margin).append(paint.frame(" =")).append(' ').append(paint.strong(kind + ":"));
    var separator = " ";
    for (var line : text.lines().toList()) {
      out.append(separator).append(shortened(line)).append('\n');
      separator = " ".repeat(margin.length() + new Columns(kind).before(kind.length()) + 5);
    }
  }
}
