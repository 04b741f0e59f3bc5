package dev.homelabc.value;

import dev.homelabc.diagnostic.Message;
import java.util.Locale;

/// What a VM says about the IPv4 address of a network interface: the address, `auto` or `dhcp`.
public sealed interface GuestAddress permits GuestIp, Auto {
  static Reading<GuestAddress> read(String text) {
    return switch (text) {
      case Auto.WORD -> Reading.good(new Auto());
      case Dhcp.WORD -> Reading.good(new Dhcp());
      default -> Ascii.isAll(text, Ascii::isLetter) ? word(text) : Ipv4.read(text).map(it -> it);
    };
  }

  private static Reading<GuestAddress> word(String text) {
    var bad = Reading.<GuestAddress>bad(Ipv4.BAD, Message.of("`{0}` is not an IPv4 address", text));
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.equals(Auto.WORD) || lower.equals(Dhcp.WORD)
        ? bad.help(Message.of("write `{0}`", lower)).meant(lower)
        : bad.help(
            Message.of(
                "write `auto`, `dhcp`, or four numbers from 0 to 255, for example `10.0.20.10`"));
  }
}
