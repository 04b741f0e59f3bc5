package dev.homelabc.syntax;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a string in quotes stands for: the escapes for a quote, a backslash, a line break, a tab
/// and a code point in hexadecimal (a backslash, `u`, and the digits in braces) are resolved.
public final class Quotes {
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:(?<plain>[\"\\\\nt])|u\\{(?<hex>[0-9A-Fa-f]{1,6})}|(?<bad>.?))");

  /// What the lexer takes for one word.
  private static final Pattern WORD =
      Pattern.compile("[^ \\t\\r\\n\\f{}\\[\\]\";#\\uFEFF][^ \\t\\r\\n\\f{}\\[\\]\";]*");

  private Quotes() {}

  /// Whether a text is one word as it stands, and so can do without quotes.
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /// A string in quotes that stands for the text.
  public static String encode(String text) {
    var string = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> string.append("\\\"");
            case '\\' -> string.append("\\\\");
            case '\n' -> string.append("\\n");
            case '\t' -> string.append("\\t");
            default -> {
              if (Character.isISOControl(c)) {
                string.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                string.appendCodePoint(c);
              }
            }
          }
        });
    return string.append('"').toString();
  }

  public static String decode(String raw) {
    return decode(raw, bad -> {});
  }

  /// Decodes, and hands each escape that is none, with its place in the raw text, to `bad`.
  static String decode(String raw, Consumer<Matcher> bad) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    var text = new StringBuilder();
    var escape = ESCAPE.matcher(raw);
    while (escape.find()) {
      escape.appendReplacement(text, "");
      var hex = escape.group("hex");
      if (escape.group("plain") != null) {
        char c = escape.group("plain").charAt(0);
        text.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
      } else if (hex != null && isScalar(Integer.parseInt(hex, 16))) {
        text.appendCodePoint(Integer.parseInt(hex, 16));
      } else {
        bad.accept(escape);
      }
    }
    return escape.appendTail(text).toString();
  }

  /// Where in a raw text stands what is at an offset of the decoded one.
  static int rawOffset(String raw, int offset) {
    var escape = ESCAPE.matcher(raw);
    int at = 0;
    int left = offset;
    while (escape.find() && left >= escape.start() - at) {
      left -= escape.start() - at;
      var hex = escape.group("hex");
      int length = hex == null ? 1 : Character.charCount(Integer.parseInt(hex, 16));
      if (left < length) {
        return escape.start();
      }
      left -= length;
      at = escape.end();
    }
    return Math.min(at + left, raw.length());
  }

  /// A surrogate alone is no character, and NUL ends strings in every program that reads our
  /// output.
  private static boolean isScalar(int codePoint) {
    return codePoint > 0 && codePoint <= 0x10FFFF && (codePoint < 0xD800 || codePoint > 0xDFFF);
  }
}
