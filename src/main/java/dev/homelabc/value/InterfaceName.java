package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;

/// The name of a Linux network interface: ASCII letters, digits, `.`, `_` and `-`.
///
/// Linux allows 15 bytes (IFNAMSIZ less the final NUL); [#fits] tells. The length is a law's
/// business so that the finding can name the VM.
public record InterfaceName(String text) implements TapName, AutoValue, Comparable<InterfaceName> {
  /// The longest name that Linux takes, in bytes.
  public static final int MAX = 15;

  public static final Code BAD =
      Code.error(
          "bad-interface-name",
          "A network interface's name has characters that Linux or systemd-networkd refuse.",
          "systemd-networkd matches names as shell patterns and ignores a file with an impossible"
              + " one.",
          """
          host box {
            bridge vmbr0 {
              uplink enp1/s0
            }
          }
          """,
          """
          host box {
            bridge vmbr0 {
              uplink enp1s0
            }
          }
          """);

  public static Reading<InterfaceName> read(String text) {
    return Ascii.isAll(text, InterfaceName::isPlain) && "._-".indexOf(text.charAt(0)) < 0
        ? Reading.good(new InterfaceName(text))
        : Reading.bad(
            BAD,
            Message.of(
                "`{0}` is not an interface name: ASCII letters, digits, `.`, `_` and `-`, a letter"
                    + " or digit first",
                text));
  }

  private static boolean isPlain(int c) {
    return Ascii.isLetter(c) || Ascii.isDigit(c) || "._-".indexOf(c) >= 0;
  }

  /// Reads the name of an interface that must exist: 15 bytes at most.
  public static Reading<InterfaceName> readFitting(String text) {
    return read(text)
        .then(name ->
            name.fits()
                ? Reading.good(name)
                : Reading.bad(
                    BAD,
                    Message.of(
                        "interface name `{0}` has {1} bytes, Linux allows {2}",
                        text, text.length(), MAX)));
  }

  public boolean fits() {
    return text.length() <= MAX;
  }

  @Override
  public int compareTo(InterfaceName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
