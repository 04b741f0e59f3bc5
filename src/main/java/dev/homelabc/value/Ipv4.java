package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;

/// An IPv4 address, held as an unsigned 32-bit number. Sorts numerically.
public record Ipv4(int bits) implements IpAddress, GuestIp, AutoValue, Comparable<Ipv4> {
  public static final Code BAD =
      Code.error(
          "bad-ipv4",
          "An IPv4 address is not four numbers from 0 to 255.",
          "A leading zero is read as octal by some programs and as decimal by others, so it is"
              + " refused like any other malformed address.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            gateway 10.0.20.256
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            gateway 10.0.20.1
          }
          """);

  public static Reading<Ipv4> read(String text) {
    int slash = text.indexOf('/');
    if (slash > 0 && read(text.substring(0, slash)) instanceof Reading.Good<Ipv4>(var address)) {
      return Reading.<Ipv4>bad(
              BAD, Message.of("`{0}` is more than an address: it has a prefix length", text))
          .help(
              Message.of(
                  "write `{0}`: the length comes from the subnet that it lies in, for a VM that of"
                      + " its VLAN",
                  address));
    }
    var octets = text.split("\\.", -1);
    if (octets.length == 1) {
      return Reading.<Ipv4>bad(BAD, Message.of("`{0}` is not an IPv4 address", text))
          .help(Message.of("write four numbers from 0 to 255, for example `10.0.20.10`"));
    }
    if (octets.length != 4) {
      return Reading.<Ipv4>bad(
              BAD,
              Message.of("an IPv4 address has four octets, `{0}` has {1}", text, octets.length))
          .help(Message.of("write four numbers from 0 to 255, for example `10.0.20.10`"));
    }
    int bits = 0;
    for (var octet : octets) {
      if (octet.length() > 9 || !Ascii.isAll(octet, Ascii::isDigit)) {
        return Reading.bad(
            BAD, Message.of("`{0}` in `{1}` is not a number from 0 to 255", octet, text));
      }
      if (octet.length() > 1 && octet.startsWith("0")) {
        return Reading.<Ipv4>bad(
                BAD, Message.of("octet `{0}` in `{1}` has a leading zero", octet, text))
            .help(Message.of("write `{0}`", Integer.parseInt(octet)));
      }
      int number = Integer.parseInt(octet);
      if (number > 255) {
        return Reading.bad(BAD, Message.of("octet `{0}` in `{1}` is over 255", octet, text));
      }
      bits = bits << 8 | number;
    }
    return Reading.good(new Ipv4(bits));
  }

  /// The address `count` further on; may wrap, so ask [Cidr#contains] afterwards.
  public Ipv4 plus(int count) {
    return new Ipv4(bits + count);
  }

  @Override
  public int compareTo(Ipv4 other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }
}
