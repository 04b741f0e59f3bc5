package dev.homelabc.diagnostic.samples;

import dev.homelabc.diagnostic.Message;
import java.util.List;
import java.util.function.BiFunction;

/// Calls as there are, and as there must be none. Only its class file is looked at.
final class Calls {
  private Calls() {}

  static Message nested(String text, boolean flag) {
    return Message.of(
        "outer {0} {1}", flag ? Message.of("inner") : text, "%s".formatted(List.of(text, text)));
  }

  static Message chosen(boolean flag) {
    return Message.of(flag ? "one" : "other");
  }

  static Message joined(String text) {
    return Message.of("with " + text);
  }

  static Message made() {
    return new Message("made", List.of());
  }

  static BiFunction<String, Object[], Message> referred() {
    return Message::of;
  }
}
