package dev.homelabc.emit;

import dev.homelabc.model.Origin;
import dev.homelabc.output.Trace;
import dev.homelabc.output.Traced;
import java.io.Writer;

/// Collects text, knows how far its last line has come, and which values stand on which line.
final class LineWriter extends Writer {
  private final StringBuilder text = new StringBuilder(4_096);
  private final Trace.Draft trace = new Trace.Draft();

  /// The last line, from 0.
  private int line;

  @Override
  public void write(char[] buffer, int offset, int length) {
    text.append(buffer, offset, length);
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
  }

  @Override
  public void write(String more) {
    text.append(more);
    for (int at = more.indexOf('\n'); at >= 0; at = more.indexOf('\n', at + 1)) {
      line++;
    }
  }

  @Override
  public LineWriter append(char c) {
    text.append(c);
    if (c == '\n') {
      line++;
    }
    return this;
  }

  void write(Traced more) {
    trace.add(line, more.trace());
    write(more.text());
  }

  void blanks(int count) {
    text.repeat(' ', count);
  }

  /// Says that a value stands on the last line.
  void mark(Origin origin) {
    trace.mark(line, origin);
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

  Traced traced() {
    return new Traced(text.toString(), trace.trace());
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
