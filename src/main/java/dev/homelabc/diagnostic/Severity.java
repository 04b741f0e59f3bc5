package dev.homelabc.diagnostic;

/// How much a finding weighs, the heaviest first. Errors stop a build and cannot be allowed; the
/// rest is advice.
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /// The word that people read.
  public Message word() {
    return switch (this) {
      case ERROR -> Message.of("error");
      case WARNING -> Message.of("warning");
      case NOTE -> Message.of("note");
    };
  }

  @Override
  public String toString() {
    return word().toString();
  }
}
