package dev.homelabc.diagnostic;

/// The colours of a rendering: those of a terminal, or none.
enum Paint {
  PLAIN,
  ANSI;

  private static final String BOLD = "1";
  private static final String BOLD_RED = "1;31";
  private static final String BOLD_YELLOW = "1;33";
  private static final String BOLD_BLUE = "1;34";
  private static final String BOLD_CYAN = "1;36";

  String strong(String text) {
    return in(BOLD, text);
  }

  /// Line numbers, bars, and the labels that are not primary.
  String frame(String text) {
    return in(BOLD_BLUE, text);
  }

  String severity(Severity severity, String text) {
    return in(
        switch (severity) {
          case ERROR -> BOLD_RED;
          case WARNING -> BOLD_YELLOW;
          case NOTE -> BOLD_CYAN;
        },
        text);
  }

  private String in(String colour, String text) {
    return this == ANSI ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
