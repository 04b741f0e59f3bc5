package dev.homelabc.emit;

import java.io.Writer;

/// Collects text and knows how far its last line has come.
final class LineWriter extends Writer {
  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(char[] buffer, int offset, int length) {
    text.append(buffer, offset, length);
  }

  /// The blanks at the beginning of the last line.
  int indent() {
    int start = text.lastIndexOf("\n") + 1;
    int end = start;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end - start;
  }

  /// The characters of the last line after those blanks.
  int used() {
    int start = text.lastIndexOf("\n") + 1 + indent();
    return Character.codePointCount(text, start, text.length());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
