package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;

/// A run of IPv4 addresses, both ends included.
public record AddressRange(Ipv4 from, Ipv4 to) {
  public static final Code BAD =
      Code.error(
          "bad-range",
          "An address range is not FROM-TO, the smaller address first.",
          "A DHCP pool that is reversed is empty.",
          """
          host box {
            route services
          }
          vlan services {
            id 20
            subnet 10.0.20.0/24
            gateway 10.0.20.1
            dhcp 10.0.20.199-10.0.20.100
          }
          """,
          """
          host box {
            route services
          }
          vlan services {
            id 20
            subnet 10.0.20.0/24
            gateway 10.0.20.1
            dhcp 10.0.20.100-10.0.20.199
          }
          """);

  public static Reading<AddressRange> read(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Reading.<AddressRange>bad(BAD, Message.of("`{0}` is not an address range", text))
          .help(Message.of("write it like `{0}`", "10.0.20.100-10.0.20.199"));
    }
    return Ipv4.read(text.substring(0, dash))
        .then(from ->
            Ipv4.read(text.substring(dash + 1))
                .then(to ->
                    from.compareTo(to) <= 0
                        ? Reading.good(new AddressRange(from, to))
                        : Reading.<AddressRange>bad(
                                BAD, Message.of("range `{0}` is reversed", text))
                            .help(Message.of("write the smaller address first"))));
  }

  public boolean contains(Ipv4 address) {
    return from.compareTo(address) <= 0 && address.compareTo(to) <= 0;
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
