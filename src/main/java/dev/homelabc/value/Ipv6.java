package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.net.Inet6Address;
import java.net.InetAddress;

/// An IPv6 address without a zone, printed in the form of RFC 5952.
public record Ipv6(String text) implements IpAddress {
  public static final Code BAD =
      Code.error(
          "bad-ipv6",
          "An IPv6 address is not eight groups of hexadecimal digits.",
          "One run of zero groups may be written `::`; a zone such as `%eth0` means nothing"
              + " elsewhere.",
          """
          lab home {
            dns fd00::53::1
          }
          """,
          """
          lab home {
            dns fd00::53
          }
          """);

  public static Reading<Ipv6> read(String text) {
    if (text.matches("[0-9A-Fa-f:.]{2,45}")) {
      try {
        if (InetAddress.ofLiteral(text) instanceof Inet6Address address) {
          return Reading.good(new Ipv6(compressed(address.getAddress())));
        }
      } catch (IllegalArgumentException _) {
        // Reported below, as any other text that is no address.
      }
    }
    return Reading.bad(BAD, Message.of("`{0}` is not an IPv6 address", text));
  }

  /// Lower case, no leading zeros, the first longest run of two or more zero groups as `::`.
  private static String compressed(byte[] bytes) {
    var groups = new StringBuilder();
    for (int i = 0; i < 16; i += 2) {
      groups.append(i == 0 ? "" : ":");
      groups.append(Integer.toHexString(((bytes[i] & 255) << 8) | (bytes[i + 1] & 255)));
    }
    var text = groups.toString();
    for (int run = 8; run >= 2; run--) {
      var zeros = "0:".repeat(run - 1) + "0";
      int at = (":" + text + ":").indexOf(":" + zeros + ":");
      if (at >= 0) {
        var before = text.substring(0, Math.max(0, at - 1));
        int end = at + zeros.length();
        var after = end >= text.length() ? "" : text.substring(end + 1);
        return before + "::" + after;
      }
    }
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
