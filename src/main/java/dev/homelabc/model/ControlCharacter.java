package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Types;
import dev.homelabc.source.Place;
import java.util.Optional;

/// Characters that steer a terminal and have no business in a text: all control characters but line
/// ends and tabs.
final class ControlCharacter {
  private ControlCharacter() {}

  /// The finding that a text holds one.
  static Optional<Diagnostic> in(String text, Place place) {
    var control =
        text.chars().filter(c -> Character.isISOControl(c) && "\n\t\r".indexOf(c) < 0).findFirst();
    if (control.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.at(
                place,
                Types.BAD_TEXT,
                Message.of(
                    "the text holds the control character {0}",
                    "U+%04X".formatted(control.getAsInt())),
                Message.NONE)
            .help(Message.of("take it out: no program that reads our output expects it")));
  }
}
