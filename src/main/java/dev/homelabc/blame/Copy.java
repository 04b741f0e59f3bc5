package dev.homelabc.blame;

import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.Map;
import java.util.Optional;

/// Finds the line of a text in a lab that a line of output is a copy of.
final class Copy {
  private Copy() {}

  /// @param source the statement of the text; one on a single line needs no search
  /// @param found how far the text of each statement was found; a copy keeps the order
  static Optional<Place> of(Place source, String line, Map<Place, Integer> found) {
    var wanted = line.strip();
    var file = source.file();
    if (wanted.isEmpty() || source.text().indexOf('\n') < 0) {
      return Optional.empty();
    }
    int at = found.getOrDefault(source, source.span().start());
    while (at < source.span().end()) {
      int newline = file.text().indexOf('\n', at);
      int end = newline < 0 ? source.span().end() : Math.min(newline, source.span().end());
      if (file.text().substring(at, end).strip().equals(wanted)) {
        found.put(source, end + 1);
        return Optional.of(file.at(new Span(at, end)));
      }
      at = end + 1;
    }
    return Optional.empty();
  }
}
