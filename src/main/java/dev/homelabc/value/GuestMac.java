package dev.homelabc.value;

/// What a VM says about the MAC address of a network interface: the address, or `auto`.
public sealed interface GuestMac permits MacAddress, Auto {
  static Reading<GuestMac> read(String text) {
    return text.equals(Auto.WORD) ? Reading.good(new Auto()) : MacAddress.read(text).map(it -> it);
  }
}
