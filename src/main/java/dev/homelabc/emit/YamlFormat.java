package dev.homelabc.emit;

/// Strings for the inside of a YAML double-quoted scalar, in the part of it that is JSON too and
/// that YAML 1.1 and 1.2 read alike.
final class YamlFormat extends CodeFormat {
  static final YamlFormat YAML = new YamlFormat();

  private YamlFormat() {
    super("YAML");
  }

  @Override
  String escape(String text) {
    var escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> {
          if (isPlain(c)) {
            escaped.append(c);
          } else {
            escaped.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    return escaped.toString();
  }

  /// What YAML calls printable, without its line separators and the byte order mark.
  private static boolean isPlain(char c) {
    return c >= ' '
        && !(c >= 0x7f && c <= 0x9f)
        && c != 0x2028
        && c != 0x2029
        && c != 0xfeff
        && c < 0xfffe;
  }
}
