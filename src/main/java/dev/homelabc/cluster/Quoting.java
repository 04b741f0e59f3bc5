package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import java.util.Optional;

/// How a word stands in the text around it, and so how another one has to be written there.
enum Quoting {
  /// As it is: in a block of YAML, or without quotes.
  PLAIN,
  SINGLE,
  DOUBLE,

  /// In a script, or in a text of whose language we know nothing.
  UNKNOWN;

  private static final String HARMLESS = "[A-Za-z0-9%+,./:=@_-]*";

  /// What keeps a password from standing there.
  Optional<Message> objection(CharSequence password) {
    if (password.codePoints().anyMatch(Quoting::isUnprintable)) {
      return Optional.of(Message.of("a password cannot hold control characters"));
    }
    if (this == UNKNOWN && !password.toString().matches(HARMLESS)) {
      return Optional.of(
          Message.of(
              "this password becomes part of a script, so it may hold letters and digits of ASCII"
                  + " and `{0}` only",
              "%+,-./:=@_"));
    }
    return Optional.empty();
  }

  String write(String word) {
    return switch (this) {
      case PLAIN, UNKNOWN -> word;
      case SINGLE -> word.replace("'", "''");
      case DOUBLE -> word.replace("\\", "\\\\").replace("\"", "\\\"");
    };
  }

  private static boolean isUnprintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
