package dev.homelabc.review;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;

/// What the page says, in its language.
record Say(Language language) {
  String text(Message message) {
    return message.in(language);
  }

  /// As HTML names it (BCP 47).
  String tag() {
    return switch (language) {
      case ENGLISH -> "en";
      case KOREAN -> "ko";
    };
  }
}
