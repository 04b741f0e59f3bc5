package dev.homelabc.value;

/// The word `dhcp` where an address could stand: the guest asks the network for one.
public record Dhcp() implements GuestIp {
  static final String WORD = "dhcp";

  @Override
  public String toString() {
    return WORD;
  }
}
