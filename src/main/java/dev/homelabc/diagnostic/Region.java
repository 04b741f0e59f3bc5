package dev.homelabc.diagnostic;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;

/// A place as lines and columns, which all count from 1. The end is excluded: it is the position
/// behind the last character, and may be the beginning of another line.
record Region(Position start, Position end) {
  /// Where a character stands.
  ///
  /// @param offset in the file, in UTF-16 code units from 0
  /// @param column in UTF-16 code units, where a tab is one
  /// @param byteColumn in bytes of UTF-8, where a tab is one
  record Position(int offset, int line, int column, int byteColumn) {
    private static Position of(SourceFile file, int offset) {
      int line = file.lines().line(offset);
      var before = file.text().substring(file.lines().start(line), offset);
      return new Position(offset, line, before.length() + 1, before.getBytes(UTF_8).length + 1);
    }
  }

  static Region of(Place place) {
    return new Region(
        Position.of(place.file(), place.span().start()),
        Position.of(place.file(), place.span().end()));
  }
}
