package dev.homelabc.adopt;

import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.Comparator;
import java.util.List;

/// Where the pieces of a lab come from, so that a finding about the lab can be told where people
/// wrote what it is about.
record Origins(List<Piece> pieces) {
  /// A stretch of the lab; pieces lie inside of each other.
  ///
  /// @param isCopy whether it is the same text, so that each character has its place
  record Piece(int start, int end, Place origin, boolean isCopy) {
    boolean holds(int from, int to) {
      return start <= from && to <= end;
    }

    private int at(int offset) {
      return origin.span().start() + offset - start;
    }
  }

  Origins {
    pieces = List.copyOf(pieces);
  }

  /// What a place of the lab comes from.
  Place of(Place place) {
    int start = place.span().start();
    int end = place.span().end();
    var first = smallest(start, Math.min(start + 1, end));
    var last = smallest(Math.max(end - 1, start), end);
    if (first.isCopy && last.isCopy && first.origin.file().equals(last.origin.file())) {
      int from = first.at(start);
      int to = last.at(end);
      if (from <= to) {
        return first.origin.file().at(new Span(from, to));
      }
    }
    return smallest(start, end).origin;
  }

  /// Every lab ends up in a piece that holds all of it.
  private Piece smallest(int start, int end) {
    return pieces.stream()
        .filter(it -> it.holds(start, end))
        .min(Comparator.comparingInt(it -> it.end - it.start))
        .orElseThrow();
  }
}
