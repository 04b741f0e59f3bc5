package dev.homelabc.emit;

import java.util.regex.Pattern;

/// Words of a justfile that mean themselves to just, to the shell, and to the shell of a host that
/// they are handed on to. Nothing else may stand there, so nothing is ever escaped.
final class JustFormat extends CodeFormat {
  static final JustFormat JUST = new JustFormat();

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@.:/_-]*");

  private JustFormat() {
    super("just");
  }

  @Override
  String escape(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("no plain word: " + text);
    }
    return text;
  }
}
