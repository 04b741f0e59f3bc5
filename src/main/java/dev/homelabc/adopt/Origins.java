package dev.homelabc.adopt;

import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;

/// Where the pieces of a lab come from, so that a finding about the lab can be told where people
/// wrote what it is about. Of two pieces, one lies inside of the other, or they have nothing in
/// common; one of them is the whole lab.
final class Origins {
  /// A stretch of the lab.
  ///
  /// @param isCopy whether it is the same text as at its origin, so that each character has its
  ///   place
  record Piece(int start, int end, Place origin, boolean isCopy) {
    boolean holds(int from, int to) {
      return start <= from && to <= end;
    }

    private int at(int offset) {
      return origin.span().start() + offset - start;
    }
  }

  /// In the order of their starts, outer ones first.
  private final List<Piece> pieces;

  /// The index of the piece around each piece; that of the whole lab has itself.
  private final int[] outer;

  /// @param written in the order in which they ended: of two that are the same stretch, the inner
  ///   one first
  Origins(List<Piece> written) {
    pieces =
        written.reversed().stream()
            .sorted(
                Comparator.comparingInt(Piece::start)
                    .thenComparing(Comparator.comparingInt(Piece::end).reversed()))
            .toList();
    outer = new int[pieces.size()];
    var around = new ArrayDeque<Integer>();
    for (int i = 0; i < outer.length; i++) {
      var piece = pieces.get(i);
      while (!around.isEmpty() && !pieces.get(around.peek()).holds(piece.start, piece.end)) {
        around.pop();
      }
      outer[i] = around.isEmpty() ? i : around.peek();
      around.push(i);
    }
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

  private Piece smallest(int start, int end) {
    int index = lastFrom(start);
    while (!pieces.get(index).holds(start, end)) {
      if (outer[index] == index) {
        throw new IllegalArgumentException("nothing holds " + start + ".." + end);
      }
      index = outer[index];
    }
    return pieces.get(index);
  }

  /// The last piece that does not start behind an offset.
  private int lastFrom(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (pieces.get(middle).start <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
