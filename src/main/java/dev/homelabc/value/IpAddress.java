package dev.homelabc.value;

/// An IPv4 or IPv6 address.
public sealed interface IpAddress permits Ipv4, Ipv6 {
  static Reading<IpAddress> read(String text) {
    return text.indexOf(':') >= 0 ? Ipv6.read(text).map(it -> it) : Ipv4.read(text).map(it -> it);
  }
}
