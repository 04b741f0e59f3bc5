package dev.homelabc.diagnostic;

import java.util.Arrays;
import java.util.regex.Pattern;

/// One line of text and the terminal columns at which its characters stand.
///
/// Tabs reach to the next multiple of four and are shown as spaces. East Asian wide characters and
/// emoji take two columns, combining marks and joiners none; a cluster that a person sees as one
/// character (an emoji joined from several) takes two at most. Widths follow UAX 11.
final class Columns {
  private static final int TAB = 4;
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final String REPLACEMENT = "\ufffd";

  private final String text;

  /// For each offset in the line, its end included: the column of the cluster it lies in, from 0.
  private final int[] starts;

  Columns(String line) {
    starts = new int[line.length() + 1];
    var shown = new StringBuilder(line.length());
    int column = 0;
    var clusters = CLUSTER.matcher(line);
    while (clusters.find()) {
      Arrays.fill(starts, clusters.start(), clusters.end(), column);
      var cluster = clusters.group();
      if (cluster.equals("\t")) {
        int blanks = TAB - column % TAB;
        shown.append(" ".repeat(blanks));
        column += blanks;
      } else {
        var printable = printable(cluster);
        shown.append(printable);
        column += width(printable);
      }
    }
    starts[line.length()] = column;
    text = shown.toString();
  }

  /// The line as it is shown.
  String text() {
    return text;
  }

  /// The column at which the character at an offset begins; offsets past the end stand at the end.
  int before(int offset) {
    return starts[Math.min(offset, starts.length - 1)];
  }

  /// The column after the character that ends at, or holds, an offset.
  int through(int offset) {
    int at = Math.min(offset, starts.length - 1);
    // An end inside a cluster: the cluster is marked as a whole.
    while (at > 0 && at < starts.length - 1 && starts[at] == starts[at - 1]) {
      at++;
    }
    return starts[at];
  }

  /// The text without characters that move the cursor or turn the direction of writing.
  static String printable(String text) {
    if (text.codePoints().noneMatch(Columns::isUnsafe)) {
      return text;
    }
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.append(isUnsafe(c) ? REPLACEMENT : Character.toString(c)));
    return safe.toString();
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static int width(String cluster) {
    // U+FE0F asks for the emoji form of a character that is narrow as text.
    int sum = cluster.indexOf('\ufe0f') > 0 ? 1 : 0;
    for (int at = 0; at < cluster.length(); at += Character.charCount(cluster.codePointAt(at))) {
      sum += width(cluster.codePointAt(at));
    }
    return Math.min(sum, 2);
  }

  private static int width(int c) {
    if (c < 0x300) {
      return c == 0xad ? 0 : 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isJoiningJamo(c) ? 0 : isWide(c) ? 2 : 1;
    };
  }

  /// Hangul vowels and final consonants, which join the syllable that an initial consonant began.
  private static boolean isJoiningJamo(int c) {
    return (c >= 0x1160 && c <= 0x11ff) || (c >= 0xd7b0 && c <= 0xd7ff);
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || Character.isEmojiPresentation(c)
        || (c >= 0x1100 && c <= 0x115f) // Hangul initial consonants
        || (c >= 0x2e80 && c <= 0x303e) // radicals, CJK punctuation
        || (c >= 0x3041 && c <= 0x33ff) // kana, bopomofo, squared words
        || (c >= 0xa000 && c <= 0xa4cf) // Yi
        || (c >= 0xa960 && c <= 0xa97f) // Hangul initial consonants
        || (c >= 0xac00 && c <= 0xd7a3) // Hangul syllables
        || (c >= 0xfe10 && c <= 0xfe19) // vertical forms
        || (c >= 0xfe30 && c <= 0xfe6f) // compatibility and small forms
        || (c >= 0xff01 && c <= 0xff60) // full-width forms
        || (c >= 0xffe0 && c <= 0xffe6);
  }
}
