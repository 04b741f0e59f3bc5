package dev.homelabc.value;

/// What a VM says about the IPv4 address of a network interface: the address, `auto` or `dhcp`.
public sealed interface GuestAddress permits GuestIp, Auto {
  static Reading<GuestAddress> read(String text) {
    return switch (text) {
      case Auto.WORD -> Reading.good(new Auto());
      case Dhcp.WORD -> Reading.good(new Dhcp());
      default -> Ipv4.read(text).map(it -> it);
    };
  }
}
