package dev.homelabc.graph;

import dev.homelabc.diagnostic.Message;
import java.util.Locale;

/// What became of a thing in a picture of two labs.
public enum Mark {
  ADDED("+"),
  CHANGED("~"),
  REMOVED("−");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  /// What stands at the box: colour is never the only sign.
  Message words() {
    return switch (this) {
      case ADDED -> Message.of("new");
      case CHANGED -> Message.of("changed");
      case REMOVED -> Message.of("removed");
    };
  }

  String sign() {
    return sign;
  }

  /// Its name in the style sheet.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
