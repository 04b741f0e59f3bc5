package dev.homelabc.source;

/// A stretch of text as offsets in UTF-16 code units, the end excluded. It may be empty: the place
/// where something is missing.
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /// From the start of this span to the end of another that does not lie before it.
  public Span to(Span last) {
    return new Span(start, Math.max(end, last.end));
  }

  public int length() {
    return end - start;
  }
}
