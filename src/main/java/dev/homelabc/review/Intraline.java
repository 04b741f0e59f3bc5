package dev.homelabc.review;

import java.util.Optional;

/// What differs within a line that stands for another: what is between what both begin and end
/// with.
///
/// @param head what both begin with
/// @param mark what only this one has
/// @param tail what both end with
record Intraline(String head, String mark, String tail) {
  /// A line that is told as a whole.
  static Intraline whole(String text) {
    return new Intraline(text, "", "");
  }

  /// A line in comparison with another; as a whole where they have little in common.
  static Intraline of(String text, String other) {
    int shorter = Math.min(text.length(), other.length());
    int start = 0;
    while (start < shorter && text.charAt(start) == other.charAt(start)) {
      start++;
    }
    // Not inside of a pair.
    start -= start > 0 && Character.isHighSurrogate(text.charAt(start - 1)) ? 1 : 0;
    int end = 0;
    while (end < shorter - start
        && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    end -= end > 0 && Character.isLowSurrogate(text.charAt(text.length() - end)) ? 1 : 0;
    int common = text.substring(0, start).strip().length() + end;
    if (common * 3 < shorter || start + end == text.length()) {
      return whole(text);
    }
    return new Intraline(
        text.substring(0, start),
        text.substring(start, text.length() - end),
        text.substring(text.length() - end));
  }

  /// The same for a line that may stand alone.
  static Intraline of(String text, Optional<String> other) {
    return other.map(it -> of(text, it)).orElseGet(() -> whole(text));
  }
}
