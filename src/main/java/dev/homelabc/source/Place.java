package dev.homelabc.source;

/// A span in a file. Places sort by path, then offset, then length.
public record Place(SourceFile file, Span span) implements Comparable<Place> {
  public int line() {
    return file.lines().line(span.start());
  }

  public int column() {
    return file.lines().column(span.start());
  }

  public String text() {
    return file.text(span);
  }

  @Override
  public int compareTo(Place other) {
    int order = file.path().compareTo(other.file.path());
    if (order == 0) {
      order = Integer.compare(span.start(), other.span.start());
    }
    return order == 0 ? Integer.compare(span.end(), other.span.end()) : order;
  }

  @Override
  public String toString() {
    return file.path() + ":" + line() + ":" + column();
  }
}
