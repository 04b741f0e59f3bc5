package dev.homelabc.source;

import java.util.Arrays;

/// Line starts of a text, so that an offset becomes a line and column in O(log lines). Lines end at
/// LF; the CR of a CRLF belongs to the line's end, not to its text. Lines and columns count from 1.
public final class LineIndex {
  private final String text;
  private final int[] starts;

  public LineIndex(String text) {
    this.text = text;
    int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
    starts = new int[lines];
    int line = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts[line++] = at + 1;
    }
  }

  public int count() {
    return starts.length;
  }

  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The column in UTF-16 code units, from 1. What a terminal shows may be wider.
  public int column(int offset) {
    return offset - start(line(offset)) + 1;
  }

  public int start(int line) {
    return starts[line - 1];
  }

  /// The offset at which the line's text ends and its line end begins.
  public int end(int line) {
    int end = line < starts.length ? starts[line] - 1 : text.length();
    return end > start(line) && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /// The line's text without its line end.
  public String text(int line) {
    return text.substring(start(line), end(line));
  }
}
