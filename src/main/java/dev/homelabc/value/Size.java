package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.Locale;
import java.util.regex.Pattern;

/// An amount of memory or disk, at least 1 MiB and in whole MiB.
///
/// `MB`, `GB` and `TB` are read as MiB, GiB and TiB, because that is what QEMU and microvm.nix mean
/// by them (`microvm.mem` is MiB).
public record Size(long mib) implements Comparable<Size> {
  public static final Code BAD =
      Code.error(
          "bad-size",
          "A size is not a whole number with a unit.",
          "Memory and disks are given in MiB, GiB or TiB. A bare number is MB to one reader and GB"
              + " to the next, so the unit is always written.",
          """
          host box {
            memory 64
          }
          """,
          """
          host box {
            memory 64GiB
          }
          """);

  public static final Code DECIMAL_UNIT =
      Code.warning(
          "decimal-unit",
          "A size has the unit MB, GB or TB.",
          "It is read as MiB, GiB or TiB, as QEMU and microvm.nix mean it; whoever sells disks"
              + " means less by the same letters.",
          """
          host box {
            memory 64GB
          }
          """,
          """
          host box {
            memory 64GiB
          }
          """);

  /// 1 EiB: larger amounts are slips, and sums of sizes cannot overflow.
  private static final long MAX = 1L << 40;

  private static final Pattern FORM = Pattern.compile("([0-9]+)([A-Za-z]*)");

  public Size {
    if (mib < 1 || mib > MAX) {
      throw new IllegalArgumentException("size " + mib + " MiB");
    }
  }

  public static Reading<Size> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Reading.<Size>bad(BAD, Message.of("`{0}` is not a size", text))
          .help(Message.of("write a whole number and a unit, for example `4GiB`"));
    }
    var digits = form.group(1);
    long unit =
        switch (form.group(2)) {
          case "MiB", "Mi", "MB" -> 1L;
          case "GiB", "Gi", "GB" -> 1L << 10;
          case "TiB", "Ti", "TB" -> 1L << 20;
          default -> 0;
        };
    if (form.group(2).isEmpty()) {
      return Reading.<Size>bad(BAD, Message.of("size `{0}` has no unit", text)).help(unit(digits));
    }
    if (unit == 0) {
      var bad =
          Reading.<Size>bad(
                  BAD, Message.of("`{0}` in `{1}` is not a unit of size", form.group(2), text))
              .help(Message.of("use MiB, GiB or TiB"));
      var meant = digits + form.group(2).substring(0, 1).toUpperCase(Locale.ROOT) + "iB";
      return form.group(2).matches("(?i)[MGT](i?B)?") && read(meant) instanceof Reading.Good<Size>
          ? bad.meant(meant)
          : bad;
    }
    var number = Whole.digits(digits);
    if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > MAX / unit) {
      return Reading.bad(
          BAD,
          Message.of("`{0}` in `{1}` is not a number from 1 to {2}", digits, text, MAX / unit));
    }
    return Reading.good(new Size(number.getAsLong() * unit));
  }

  /// Never to write, without a word, the amount with which QEMU hangs.
  private static Message unit(String digits) {
    return switch (digits) {
      case "2048" ->
          Message.of(
              "write the unit: `2048MiB`, but `2047MiB` for the memory of a VM, because QEMU hangs"
                  + " with exactly 2048MiB");
      case "2" ->
          Message.of(
              "write the unit: `2GiB`, but `2047MiB` for the memory of a VM, because QEMU hangs"
                  + " with exactly 2GiB");
      default -> Message.of("write the unit: `{0}MiB` or `{0}GiB`", digits);
    };
  }

  /// The same text with a unit that says what is meant: `2GiB` for `2GB`.
  public static String withBinaryUnit(String text) {
    boolean isDecimal = text.endsWith("MB") || text.endsWith("GB") || text.endsWith("TB");
    return isDecimal ? text.substring(0, text.length() - 1) + "iB" : text;
  }

  @Override
  public int compareTo(Size other) {
    return Long.compare(mib, other.mib);
  }

  /// In the largest unit that divides it: `4GiB`, `2047MiB`.
  @Override
  public String toString() {
    if (mib % (1L << 20) == 0) {
      return (mib >> 20) + "TiB";
    }
    return mib % (1L << 10) == 0 ? (mib >> 10) + "GiB" : mib + "MiB";
  }
}
