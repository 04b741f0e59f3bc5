package dev.homelabc.graph;

import java.util.Arrays;

/// How wide letters are, without a font at hand: the widths of DejaVu Sans, which is wider than the
/// fonts that systems show menus in. What is not in the table is taken for wide.
final class Glyphs {
  /// Hundredths of the font's size.
  private static final int FULL = 100;

  private static final int EMOJI = 140;
  private static final int OTHER = 85;
  private static final int BOLD_OTHER = 95;

  private static final int[] REGULAR =
      table(
          new int[] {
            28, 30, 32, 34, 36, 40, 42, 46, 50, 54, 56, 58, 60, 62, 64, 66, 69, 70, 74, 79, 82, 84,
            87, 98, 100
          },
          "'ijl",
          "IJ",
          " ,.",
          "/:;\\|",
          "f-",
          "()[]t!",
          "r",
          "\"",
          "*_`",
          "sz?c",
          "L",
          "Fk",
          "vxy",
          "PTYaeo",
          "$0123456789ESbdghnpqu{}",
          "K",
          "ABVXZ",
          "CR",
          "UN",
          "HDGOQ&",
          "w",
          "#+<=>^~",
          "M",
          "%m",
          "@W");

  private static final int[] BOLD =
      table(
          new int[] {
            35, 38, 40, 42, 44, 46, 48, 50, 53, 59, 60, 65, 68, 70, 72, 74, 78, 83, 86, 93, 101,
            105, 111
          },
          "' ijl/\\|",
          ",.IJ",
          ":;",
          "-",
          "f",
          "!()[]",
          "t",
          "_`r",
          "\"*",
          "?z",
          "csL",
          "x",
          "aevyk",
          "EFTo$0123456789",
          "bdghnpqu{}SYZ",
          "CP",
          "BAKRVX",
          "#+<=>DHN^~UG",
          "OQ&",
          "w",
          "@M%",
          "m",
          "W");

  private Glyphs() {}

  private static int[] table(int[] widths, String... letters) {
    var table = new int[128];
    Arrays.fill(table, FULL);
    for (int i = 0; i < widths.length; i++) {
      for (char letter : letters[i].toCharArray()) {
        table[letter] = widths[i];
      }
    }
    return table;
  }

  /// In hundredths of the font's size.
  static int width(String text, boolean isBold) {
    return text.codePoints().map(it -> width(it, isBold)).sum();
  }

  private static int width(int letter, boolean isBold) {
    if (letter < 128) {
      return (isBold ? BOLD : REGULAR)[letter];
    }
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> {
        if (Character.isEmoji(letter) && letter > 0x2000) {
          yield EMOJI;
        }
        yield isWide(letter) ? FULL : isBold ? BOLD_OTHER : OTHER;
      }
    };
  }

  /// Whether a letter is as wide as two of a typewriter, or is one whose width we do not know.
  private static boolean isWide(int letter) {
    return letter >= 0x1100 && !(letter >= 0x1E00 && letter < 0x2E80);
  }
}
