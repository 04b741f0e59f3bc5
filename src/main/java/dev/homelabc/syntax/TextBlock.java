package dev.homelabc.syntax;

import dev.homelabc.source.Span;
import java.util.function.Consumer;

/// What a text in three quotes stands for: its lines without the margin that the closing quotes
/// show, line ends as LF, the last one kept.
final class TextBlock {
  private TextBlock() {}

  /// Takes the margin away. A line that lies left of the margin, blank lines apart, is handed to
  /// `shallow` as a place in the source.
  static String unindent(String source, Span span, Consumer<Span> shallow) {
    int closing = span.end() - 3;
    int lastLine = source.lastIndexOf('\n', closing) + 1;
    var margin = source.substring(lastLine, closing);
    var text = new StringBuilder();
    int at = source.indexOf('\n', span.start()) + 1;
    while (at < lastLine) {
      int end = source.indexOf('\n', at);
      int stop = end > at && source.charAt(end - 1) == '\r' ? end - 1 : end;
      var line = source.substring(at, stop);
      if (line.startsWith(margin)) {
        text.append(line, margin.length(), line.length());
      } else if (!line.isBlank()) {
        shallow.accept(new Span(at, stop));
      }
      text.append('\n');
      at = end + 1;
    }
    return text.toString();
  }
}
