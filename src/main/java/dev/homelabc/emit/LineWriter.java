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

  /// Whether what comes next stands in a fenced code block, or behind an odd backtick of its line,
  /// as Markdown has it.
  boolean isCode() {
    boolean isFenced = text.toString().lines().filter(it -> it.startsWith("```")).count() % 2 == 1;
    var last = text.substring(text.lastIndexOf("\n") + 1);
    return isFenced || last.chars().filter(it -> it == '`').count() % 2 == 1;
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
