package dev.homelabc.value;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// Names that have to fit. One that is too long is cut and ends in four hexadecimal digits of its
/// checksum, so that two names with a common beginning stay apart.
public final class Shortened {
  private Shortened() {}

  /// A name within a limit.
  ///
  /// @param limit in bytes; the name is ASCII
  public static String to(int limit, String name) {
    if (name.length() <= limit) {
      return name;
    }
    var checksum = new CRC32C();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    return name.substring(0, limit - 5) + "-" + HexFormat.of().toHexDigits(checksum.getValue(), 4);
  }
}
