package dev.homelabc.value;

import java.util.function.IntPredicate;

/// What is asked of nearly every word of a lab. As regular expressions the answers took a twentieth
/// of a large build.
final class Ascii {
  private Ascii() {}

  /// Whether a text has characters, and all of them are of a kind.
  static boolean isAll(String text, IntPredicate kind) {
    for (int i = 0; i < text.length(); i++) {
      if (!kind.test(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(int c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
