package dev.homelabc.emit;

/// Strings for HTML: between tags, and as attributes in double quotes.
///
/// Characters that nobody sees, or that change the order in which others are seen, are written as
/// their code: a page for people shows what is there, whatever a lab says.
public final class HtmlFormat extends CodeFormat {
  static final HtmlFormat HTML = new HtmlFormat();

  private HtmlFormat() {
    super("HTML");
  }

  @Override
  String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(it -> {
          switch (it) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> append(it, out);
          }
        });
    return out.toString();
  }

  /// Text or markup with what nobody sees made visible.
  public static String visible(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(it -> append(it, out));
    return out.toString();
  }

  private static void append(int character, StringBuilder out) {
    if (isHidden(character)) {
      out.append(String.format("⟨U+%04X⟩", character));
    } else {
      out.appendCodePoint(character);
    }
  }

  /// Controls, formats and halves of pairs, but for those that join letters of scripts and emoji.
  private static boolean isHidden(int character) {
    if (character == '\n' || character == '\t' || character == 0x200C || character == 0x200D) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
