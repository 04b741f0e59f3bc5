package dev.homelabc.graph;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Breaks text into lines of a width: between words, and inside of one only where it fills more
/// than a line.
final class Wrap {
  private Wrap() {}

  /// At least one line. Line breaks in the text are like spaces.
  ///
  /// @param width in pixels
  static List<String> at(int width, String text, TextStyle style) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : words(width, text.strip(), style)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (style.width(longer) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      var parts = pieces(width, word, style);
      lines.addAll(parts.subList(0, parts.size() - 1));
      line = parts.getLast();
    }
    lines.add(line);
    return lines;
  }

  /// What stays together: the parts between commas of what a node has, where they fit.
  private static List<String> words(int width, String text, TextStyle style) {
    var parts = style == TextStyle.FACT ? text.split("(?<=,)\\s+") : new String[] {text};
    return Stream.of(parts)
        .flatMap(it ->
            style == TextStyle.FACT && style.width(it) <= width
                ? Stream.of(it)
                : Stream.of(it.split("\\s+")))
        .toList();
  }

  /// A word in pieces that fit, each of whole letters; after `/`, `-`, `.` and `:` where it can be.
  private static List<String> pieces(int width, String word, TextStyle style) {
    var pieces = new ArrayList<String>();
    var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    var rest = word;
    while (style.width(rest) > width) {
      letters.setText(rest);
      int fits = letters.next();
      for (int end = letters.next();
          end != BreakIterator.DONE && style.width(rest.substring(0, end)) <= width;
          end = letters.next()) {
        fits = end;
      }
      if (fits >= rest.length()) {
        break;
      }
      int cut = afterMark(rest, fits);
      pieces.add(rest.substring(0, cut));
      rest = rest.substring(cut);
    }
    pieces.add(rest);
    return pieces;
  }

  private static int afterMark(String word, int fits) {
    for (int i = fits; i > fits / 2; i--) {
      if ("/-.:".indexOf(word.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return fits;
  }
}
