package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;

/// An IEEE 802.1Q VLAN id, 1 to 4094.
public record VlanId(int number) implements VlanTag, Comparable<VlanId> {
  public static final Code RANGE =
      Code.error(
          "vlan-range",
          "A VLAN id is not a number from 1 to 4094.",
          "IEEE 802.1Q reserves 0 (priority tag) and 4095; systemd-networkd ignores a file that"
              + " names them.",
          """
          vlan services {
            id 4095
            subnet 10.0.20.0/24
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
          }
          """);

  /// What untagged frames are inside a bridge, as on a switch: the LAN.
  public static final VlanId LAN = new VlanId(1);

  public VlanId {
    if (number < 1 || number > 4094) {
      throw new IllegalArgumentException("VLAN id " + number);
    }
  }

  public static Reading<VlanId> read(String text) {
    var number = Whole.digits(text);
    return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= 4094
        ? Reading.good(new VlanId((int) number.getAsLong()))
        : Reading.bad(RANGE, Message.of("`{0}` is not a VLAN id, a number from 1 to 4094", text));
  }

  @Override
  public int compareTo(VlanId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
