package dev.homelabc.blame;

import dev.homelabc.blame.Blame.Numbered;
import java.util.List;

/// Lines in three columns: what made each, said once where several in a row have it; its number;
/// its text.
record BlameTable(List<Numbered> lines) {
  /// In characters.
  private static final int WIDEST = 60;

  String print() {
    int width = lines.stream().mapToInt(it -> cause(it).length()).max().orElse(0);
    int digits = Integer.toString(lines.getLast().number()).length();
    var table = new StringBuilder();
    var last = "";
    for (var line : lines) {
      var cause = cause(line);
      table.append(pad(cause.equals(last) ? "" : cause, width)).append("  ");
      var number = Integer.toString(line.number());
      table.repeat(' ', digits - number.length()).append(number);
      if (!line.line().text().isEmpty()) {
        table.append("  ").append(line.line().text());
      }
      table.append('\n');
      last = cause;
    }
    return table.toString();
  }

  /// A path that leaves no room for the statement is cut down to the file's name.
  private static String cause(Numbered line) {
    var whole = line.line().cause().text();
    var file = line.line().cause().place().file().path();
    var text = whole.length() <= WIDEST ? whole : whole.substring(file.lastIndexOf('/') + 1);
    return text.codePointCount(0, text.length()) <= WIDEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
