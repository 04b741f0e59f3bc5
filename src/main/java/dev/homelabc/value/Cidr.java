package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.List;

/// An IPv4 network: its first address and a prefix length of 0 to 32 bits. No host bits are set.
public record Cidr(Ipv4 network, int prefix) {
  public static final Code BAD =
      Code.error(
          "bad-cidr",
          "A network is not written as ADDRESS/LENGTH.",
          "The prefix length (0 to 32 bits) says which addresses belong to the network.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
          }
          """);

  public static final Code HOST_BITS =
      Code.error(
          "host-bits",
          "A network's address has bits set outside its prefix.",
          "10.0.20.5/24 is an address in a network and not the network: one of the two numbers is a"
              + " slip.",
          """
          vlan services {
            id 20
            subnet 10.0.20.5/24
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
          }
          """);

  public static final Code SPECIAL =
      Code.error(
          "special-subnet",
          "A network holds addresses that no machine may have.",
          "0.0.0.0/8, 127.0.0.0/8 (loopback), 224.0.0.0/4 (multicast) and 240.0.0.0/4 (reserved)"
              + " mean something else to every network stack (RFC 6890): no packet would reach its"
              + " machine.",
          """
          vlan services {
            id 20
            subnet 127.0.0.0/8
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
          }
          """);

  /// What is never the address of a machine in a network (RFC 6890), in the order of the addresses.
  private static final List<Special> SPECIALS =
      List.of(
          new Special(new Cidr(new Ipv4(0), 8), Message.of("addresses of \"this network\"")),
          new Special(new Cidr(new Ipv4(127 << 24), 8), Message.of("loopback addresses")),
          new Special(new Cidr(new Ipv4(224 << 24), 4), Message.of("multicast addresses")),
          new Special(new Cidr(new Ipv4(240 << 24), 4), Message.of("reserved addresses")));

  private record Special(Cidr range, Message words) {}

  public Cidr {
    if (prefix < 0 || prefix > 32 || (network.bits() & ~mask(prefix)) != 0) {
      throw new IllegalArgumentException(network + "/" + prefix);
    }
  }

  public static Reading<Cidr> read(String text) {
    return InterfaceAddress.parts(text)
        .then(parts -> {
          var network =
              new Cidr(new Ipv4(parts.address().bits() & mask(parts.prefix())), parts.prefix());
          return network.network.equals(parts.address())
              ? network.ordinary()
              : Reading.<Cidr>bad(
                      HOST_BITS,
                      Message.of(
                          "`{0}` is an address in network `{1}`, not a network", text, network))
                  .help(Message.of("write `{0}`", network))
                  .meant(network.toString());
        });
  }

  /// This network, unless it holds what no machine may have as its address.
  Reading<Cidr> ordinary() {
    for (var it : SPECIALS) {
      if (it.range.contains(network) || contains(it.range.network)) {
        return Reading.<Cidr>bad(
                SPECIAL,
                Message.of("network `{0}` holds {1}, those of `{2}`", this, it.words, it.range))
            .help(Message.of("choose a private one, such as `10.0.20.0/24` or `192.168.20.0/24`"));
      }
    }
    return Reading.good(this);
  }

  static int mask(int prefix) {
    return prefix == 0 ? 0 : -1 << (32 - prefix);
  }

  /// The bits of an address that tell the machines in the network apart.
  public int hosts() {
    return ~mask(prefix);
  }

  public boolean contains(Ipv4 address) {
    return (address.bits() & mask(prefix)) == network.bits();
  }

  /// Whether the two have an address in common: then one holds the other.
  public boolean overlaps(Cidr other) {
    return contains(other.network) || other.contains(network);
  }

  /// The last address: the broadcast address where the prefix is 30 bits or shorter.
  public Ipv4 last() {
    return new Ipv4(network.bits() | ~mask(prefix));
  }

  @Override
  public String toString() {
    return network + "/" + prefix;
  }
}
