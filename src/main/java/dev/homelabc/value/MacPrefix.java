package dev.homelabc.value;

import dev.homelabc.diagnostic.Message;
import java.util.OptionalInt;

/// The first four octets of MAC addresses that are assigned; the other two are ours to count.
///
/// @param bits the address with both of them zero
public record MacPrefix(long bits) {
  private static final int OURS = 16;

  public static Reading<MacPrefix> read(String text) {
    // The second digit says "locally administered" and "one receiver".
    return text.matches("[0-9a-f][26ae](:[0-9a-f]{2}){3}")
        ? Reading.good(new MacPrefix(Long.parseLong(text.replace(":", ""), 16) << OURS))
        : Reading.<MacPrefix>bad(
                MacAddress.BAD,
                Message.of(
                    "`{0}` is not the first four octets of a locally administered MAC address",
                    text))
            .help(
                Message.of(
                    "write four pairs of digits, the second digit `2`, `6`, `a` or `e`, for example"
                        + " `02:00:00:00`"));
  }

  /// An address under this prefix, by its fifth and sixth octet.
  public MacAddress with(int fifth, int sixth) {
    return new MacAddress(bits | (long) fifth << 8 | sixth);
  }

  /// The number of a VLAN that an address under this prefix shows: the two decimal digits of its
  /// fifth octet, as in `02:00:00:00:20:10`. An octet with a letter shows none.
  public OptionalInt vlan(MacAddress mac) {
    int octet = (int) (mac.bits() >> 8 & 0xff);
    boolean isNumber = octet >> 4 < 10 && (octet & 0xf) < 10;
    return isNumber && mac.bits() >> OURS == bits >> OURS
        ? OptionalInt.of((octet >> 4) * 10 + (octet & 0xf))
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return new MacAddress(bits).toString().substring(0, "02:00:00:00".length());
  }
}
