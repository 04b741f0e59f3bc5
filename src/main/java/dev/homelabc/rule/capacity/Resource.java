package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Size;
import java.util.Locale;

/// What a machine has a limited amount of. Memory and disk are counted in MiB.
public enum Resource {
  MEMORY,
  CPU,
  DISK;

  private static final long GIB = 1L << 10;

  /// From here on a fraction of a GiB is more readable than its MiB.
  private static final long LARGE = 4 * GIB;

  public Message words() {
    return switch (this) {
      case MEMORY -> Message.of("memory");
      case CPU -> Message.of("vCPU");
      case DISK -> Message.of("disk");
    };
  }

  /// An amount with its unit: exact below 4 GiB, from there with one decimal where it is no whole
  /// number of GiB. Negative amounts have a sign.
  public String text(long amount) {
    long size = Math.abs(amount);
    if (this == CPU || size == 0) {
      return Long.toString(amount);
    }
    return (amount < 0 ? "-" : "")
        + (size < LARGE || size % GIB == 0
            ? new Size(size).toString()
            : String.format(Locale.ROOT, "%.1fGiB", (double) size / GIB));
  }
}
