package dev.homelabc.source;

import java.util.Comparator;

/// A span in a file. Places sort by path, then offset, then length.
public record Place(SourceFile file, Span span) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.file.path())
          .thenComparingInt(place -> place.span.start())
          .thenComparingInt(place -> place.span.end());

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
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file.path() + ":" + line() + ":" + column();
  }
}
