package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.OptionalLong;

/// Reads whole numbers in a range. A sign, a unit and leading zeros are refused with a reason.
public final class Whole {
  public static final Code BAD =
      Code.error(
          "bad-integer",
          "A number is not a whole number in the property's range.",
          "Counts have no sign, no unit and no leading zero: `08` is octal to some readers.",
          """
          host box {
            cpus 0
          }
          """,
          """
          host box {
            cpus 16
          }
          """);

  private Whole() {}

  /// The number in a text of digits without a leading zero, if it fits.
  static OptionalLong digits(String text) {
    boolean isPlain = text.length() <= 18 && (text.length() == 1 || !text.startsWith("0"));
    return isPlain && Ascii.isAll(text, Ascii::isDigit)
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  public static Reading<Integer> read(String text, int from, int to) {
    var number = digits(text);
    if (number.isEmpty()) {
      return Reading.bad(BAD, Message.of("`{0}` is not a whole number{1}", text, reason(text)));
    }
    if (number.getAsLong() < from || number.getAsLong() > to) {
      return Reading.bad(BAD, Message.of("`{0}` is outside {1} to {2}", text, from, to));
    }
    return Reading.good((int) number.getAsLong());
  }

  private static Message reason(String text) {
    if (text.matches("[+-][0-9]+")) {
      return Message.of(": it has a sign");
    }
    if (text.matches("0[0-9]+")) {
      return Message.of(": it has a leading zero");
    }
    return text.matches("[0-9]+[A-Za-z%]+") ? Message.of(": a count has no unit") : Message.NONE;
  }
}
