package dev.homelabc.plan;

import java.util.Locale;

/// What became of a subject or a file.
public enum State {
  ADDED,
  CHANGED,
  REMOVED;

  /// Its name in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its sign before a line.
  public String sign() {
    return switch (this) {
      case ADDED -> "+";
      case CHANGED -> "~";
      case REMOVED -> "-";
    };
  }
}
