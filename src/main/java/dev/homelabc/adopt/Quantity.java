package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Reading;
import dev.homelabc.value.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An amount of memory or disk as Kubernetes writes it: `4Gi`, `4G`, `1.5Gi`, or bytes without a
/// unit. Source: apimachinery's `resource.Quantity`.
///
/// @param size in whole MiB, rounded up
/// @param isExact whether that is just the amount
record Quantity(Size size, boolean isExact) {
  /// One that stands in for another that cannot be read.
  static final Quantity ANY = new Quantity(new Size(1L << 10), true);

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{0,9})?)(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P|[eE][0-9]{1,2})?");

  /// What people write who think of a unit and not of Kubernetes.
  private static final Pattern SLIP =
      Pattern.compile("([0-9.]+) *([KMGTP])i?[bB]?", Pattern.CASE_INSENSITIVE);

  private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);

  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", MIB),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)));

  static Reading<Quantity> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      var bad =
          Reading.<Quantity>bad(
              AdoptCodes.BAD_VALUE,
              Message.of("`{0}` is not an amount as Kubernetes writes it", text));
      var slip = SLIP.matcher(text);
      return slip.matches()
          ? bad.help(
              Message.of(
                  "write `{0}`", slip.group(1) + slip.group(2).toUpperCase(Locale.ROOT) + "i"))
          : bad.help(Message.of("write a number and a unit, for example `4Gi`"));
    }
    var bytes = new BigDecimal(form.group(1)).multiply(unit(form.group(2)));
    if (bytes.compareTo(MIB) < 0) {
      var bad =
          Reading.<Quantity>bad(
              AdoptCodes.BAD_VALUE,
              Message.of("`{0}` is {1} bytes, less than 1 MiB", text, bytes.toBigInteger()));
      return form.group(2) == null
          ? bad.help(Message.of("write the unit, for example `{0}`", text + "Gi"))
          : bad;
    }
    var mib = bytes.divide(MIB, 0, RoundingMode.CEILING);
    return switch (Size.read(mib.toBigInteger() + "MiB")) {
      case Reading.Good<Size>(var size) ->
          Reading.good(new Quantity(size, mib.multiply(MIB).compareTo(bytes) == 0));
      case Reading.Bad<Size> _ ->
          Reading.bad(AdoptCodes.BAD_VALUE, Message.of("`{0}` is more than 1 EiB", text));
    };
  }

  private static BigDecimal unit(@Nullable String unit) {
    if (unit == null) {
      return BigDecimal.ONE;
    }
    var known = UNITS.get(unit);
    return known == null ? BigDecimal.TEN.pow(Integer.parseInt(unit.substring(1))) : known;
  }
}
