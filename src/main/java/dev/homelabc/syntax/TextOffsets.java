package dev.homelabc.syntax;

import dev.homelabc.source.Place;
import dev.homelabc.source.Span;

/// Where the characters of an argument's text stand in its source, for findings about what is
/// inside the text: a bracket of Nix code, a line of YAML.
public final class TextOffsets {
  private static final String QUOTES = "\"\"\"";

  private TextOffsets() {}

  /// The place of a stretch of the text that an argument without interpolations stands for.
  ///
  /// @param argument the place of the whole argument, quotes included
  /// @param start in UTF-16 code units of the text: no quotes, escapes resolved, no margin
  public static Place place(Place argument, int start, int end) {
    var written = argument.text();
    int first = argument.span().start();
    var span = new Span(first + offset(written, start), first + offset(written, end));
    return argument.file().at(span);
  }

  /// The text that an argument stands for, with `${…}` as written.
  public static String text(Place argument) {
    var written = argument.text();
    if (isText(written)) {
      return TextBlock.unindent(written, new Span(0, written.length()), _ -> {});
    }
    return written.startsWith("\"")
        ? Quotes.decode(written.substring(1, written.length() - 1))
        : written;
  }

  private static boolean isText(String written) {
    return written.startsWith(QUOTES) && written.indexOf('\n') > 0;
  }

  private static int offset(String written, int offset) {
    if (isText(written)) {
      return inText(written, offset);
    }
    if (written.startsWith("\"")) {
      return 1 + Quotes.rawOffset(written.substring(1, written.length() - 1), offset);
    }
    return Math.min(offset, written.length());
  }

  /// Counts as [TextBlock] does: a blank line left of the margin is empty, a line end is one LF.
  private static int inText(String written, int offset) {
    int closing = written.length() - QUOTES.length();
    int lastLine = written.lastIndexOf('\n', closing) + 1;
    var margin = written.substring(lastLine, closing);
    int left = offset;
    int at = written.indexOf('\n') + 1;
    while (at < lastLine) {
      int end = written.indexOf('\n', at);
      int stop = end > at && written.charAt(end - 1) == '\r' ? end - 1 : end;
      int begin = written.startsWith(margin, at) ? at + margin.length() : stop;
      if (left <= stop - begin) {
        return begin + left;
      }
      left -= stop - begin + 1;
      at = end + 1;
    }
    return closing;
  }
}
