package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;

/// What is shown of the line at a place: all of it, or of a long line the part around the place,
/// with `…` where it is cut. The work depends on what is shown, not on how long the line is.
///
/// @param start the offset in the source at which the first character of the text would stand
record Excerpt(String text, int start, boolean isCut) {
  /// The longest line that is shown whole, in UTF-16 code units.
  private static final int LONGEST = 160;

  /// How much of a longer line is shown, and how much of that lies before the place.
  private static final int WINDOW = 120;

  private static final int BEFORE = 40;

  private static final String CUT = "…";
  private static final String PRIVATE_KEY = "PRIVATE KEY-----";

  static Excerpt around(Place place) {
    var lines = place.file().lines();
    int line = place.line();
    int start = lines.start(line);
    int end = lines.end(line);
    if (end - start <= LONGEST) {
      return new Excerpt(masked(place, start, end), start, false);
    }
    int from = whole(place, Math.max(start, Math.min(place.span().start(), end) - BEFORE));
    int to = whole(place, Math.min(end, from + WINDOW));
    var before = from > start ? CUT : "";
    var text = before + masked(place, from, to) + (to < end ? CUT : "");
    return new Excerpt(text, from - before.length(), true);
  }

  /// An offset that does not part the two halves of a character.
  private static int whole(Place place, int offset) {
    var text = place.file().text();
    boolean isParting = offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return isParting && offset > 0 ? offset - 1 : offset;
  }

  /// Character by character, so that all others stay where they are.
  private static String masked(Place place, int from, int to) {
    var text = place.file().text();
    int head = text.indexOf(PRIVATE_KEY, place.file().lines().start(place.line()), to);
    if (head < 0) {
      return text.substring(from, to);
    }
    int key = Math.min(to, Math.max(from, head + PRIVATE_KEY.length()));
    return text.substring(from, key) + text.substring(key, to).replaceAll("\\S", "*");
  }
}
