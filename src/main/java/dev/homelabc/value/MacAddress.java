package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/// A MAC address (48 bits), printed in lower case with colons.
public record MacAddress(long bits) implements GuestMac, AutoValue, Comparable<MacAddress> {
  public static final Code BAD =
      Code.error(
          "bad-mac",
          "A MAC address is not six octets of two hexadecimal digits with colons.",
          "Neither NixOS nor microvm.nix checks the address; a malformed one fails when the VM"
              + " starts.",
          example("02:00:00:00:20"),
          example("02:00:00:00:20:10"));

  public static final Code MULTICAST =
      Code.error(
          "multicast-mac",
          "A MAC address has the group bit set (an odd first octet).",
          "Such an address names many receivers; as a sender's address switches and bridges drop"
              + " it.",
          example("03:00:00:00:20:10"),
          example("02:00:00:00:20:10"));

  private static String example(String mac) {
    return """
    host box
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }
    vm web {
      vlan services
      ip 10.0.20.10
      mac %s
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", mac);
  }

  public static Reading<MacAddress> read(String text) {
    if (text.indexOf('-') >= 0 && text.matches("[0-9A-Fa-f]{1,2}(-[0-9A-Fa-f]{1,2})+")) {
      var colons = text.replace('-', ':').toLowerCase(Locale.ROOT);
      var bad =
          Reading.<MacAddress>bad(
                  BAD, Message.of("the octets of a MAC address are separated by `:`, not `-`"))
              .help(Message.of("write `{0}`", colons));
      return read(colons) instanceof Reading.Good<MacAddress> ? bad.meant(colons) : bad;
    }
    var octets = text.split(":", -1);
    if (octets.length != 6) {
      return Reading.<MacAddress>bad(
              BAD, Message.of("a MAC address has six octets, `{0}` has {1}", text, octets.length))
          .help(Message.of("write six pairs of digits, for example `02:00:00:00:20:10`"));
    }
    long bits = 0;
    for (var octet : octets) {
      if (octet.length() != 2 || !Ascii.isAll(octet, Ascii::isHex)) {
        return Reading.bad(
            BAD, Message.of("octet `{0}` in `{1}` is not two hexadecimal digits", octet, text));
      }
      bits = bits << 8 | HexFormat.fromHexDigits(octet);
    }
    if (bits == 0) {
      return Reading.<MacAddress>bad(BAD, Message.of("`{0}` is no machine's address", text))
          .help(Message.of("write one such as `02:00:00:00:20:10`"));
    }
    var address = new MacAddress(bits);
    if (address.isMulticast()) {
      return Reading.<MacAddress>bad(MULTICAST, Message.of("`{0}` is a multicast address", text))
          .help(Message.of("use an even first octet, for example `02`"));
    }
    return Reading.good(address);
  }

  /// Whether it names many receivers; counting up from an address in use can lead there.
  public boolean isMulticast() {
    return (bits >>> 40 & 1) == 1;
  }

  /// Whether it is one of those that are nobody's to give out (IEEE 802, U/L bit).
  public boolean isLocal() {
    return (bits >>> 41 & 1) == 1;
  }

  public MacAddress plus(int count) {
    return new MacAddress(bits + count & 0xffff_ffff_ffffL);
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  @Override
  public String toString() {
    return HexFormat.ofDelimiter(":").formatHex(ByteBuffer.allocate(8).putLong(bits).array(), 2, 8);
  }
}
