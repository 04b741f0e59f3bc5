package dev.homelabc.graph;

/// Text inside XML.
final class Xml {
  private Xml() {}

  /// As the content of an element. What XML cannot hold becomes U+FFFD.
  static String text(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(it -> {
          switch (it) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(isAllowed(it) ? it : 0xFFFD);
          }
        });
    return out.toString();
  }

  /// As the value of an attribute in double quotes.
  static String attribute(String text) {
    return text(text).replace("\n", "&#10;").replace("\t", "&#9;");
  }

  /// XML 1.0, production 2.
  private static boolean isAllowed(int it) {
    return it == '\t'
        || it == '\n'
        || (it >= 0x20 && it <= 0xD7FF)
        || (it >= 0xE000 && it <= 0xFFFD)
        || it >= 0x10000;
  }
}
