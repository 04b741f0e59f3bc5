package dev.homelabc.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Lengths of time as `kubectl` takes them, of one unit: `90s`, `30m`, `2h`.
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smh])");

  @Override
  public Duration convert(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new TypeConversionException("`" + text + "` is not a time like `90s`, `30m` or `2h`");
    }
    return Duration.parse("PT" + parts.group(1) + parts.group(2));
  }
}
