package dev.homelabc.value;

import dev.homelabc.diagnostic.Message;

/// An address of an interface together with its network's prefix length, as in `192.168.0.15/24`.
public record InterfaceAddress(Ipv4 address, int prefix) {
  public static Reading<InterfaceAddress> read(String text) {
    return parts(text)
        .then(it -> {
          var network = it.network();
          if (it.prefix < 31
              && (it.address.equals(network.network()) || it.address.equals(network.last()))) {
            var role =
                it.address.equals(network.last())
                    ? Message.of("`{0}` is the broadcast address of `{1}`", it.address, network)
                    : Message.of("`{0}` is the network address of `{1}`", it.address, network);
            return Reading.<InterfaceAddress>bad(Cidr.BAD, role)
                .help(Message.of("give the interface an address between the two"));
          }
          return network.ordinary().map(_ -> it);
        });
  }

  /// Address and length of `ADDRESS/LENGTH`, whatever bits are set.
  static Reading<InterfaceAddress> parts(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Reading.<InterfaceAddress>bad(Cidr.BAD, Message.of("`{0}` has no prefix length", text))
          .help(Message.of("write the length after a slash, for example `{0}/24`", text));
    }
    var length = text.substring(slash + 1);
    if (Whole.digits(length).orElse(33) > 32) {
      return Reading.bad(
          Cidr.BAD,
          Message.of("prefix length `{0}` in `{1}` is not a number from 0 to 32", length, text));
    }
    return Ipv4.read(text.substring(0, slash))
        .map(address -> new InterfaceAddress(address, Integer.parseInt(length)));
  }

  public Cidr network() {
    return new Cidr(new Ipv4(address.bits() & Cidr.mask(prefix)), prefix);
  }

  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
