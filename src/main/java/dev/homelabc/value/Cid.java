package dev.homelabc.value;

import dev.homelabc.diagnostic.Message;

/// A vsock context id (guest CID): an unsigned 32-bit number. 0, 1, 2 and 4294967295 have a meaning
/// of their own (vsock(7)); whether a VM may use a number is a law's business, not this type's.
public record Cid(long number) implements Vsock, AutoValue, Comparable<Cid> {
  public static final long MAX = 0xffff_ffffL;

  public Cid {
    if (number < 0 || number > MAX) {
      throw new IllegalArgumentException("CID " + number);
    }
  }

  public static Reading<Cid> read(String text) {
    var number = Whole.digits(text);
    return number.isPresent() && number.getAsLong() <= MAX
        ? Reading.good(new Cid(number.getAsLong()))
        : Reading.<Cid>bad(
                Whole.BAD, Message.of("`{0}` is not a CID, a number from 3 to 4294967294", text))
            .help(Message.of("write a number, or `off` for a VM without vsock"));
  }

  /// The CID `count` further on; wraps at the end of the numbers, onto reserved ones.
  public Cid plus(int count) {
    return new Cid((number + count) & MAX);
  }

  public boolean isReserved() {
    return number < 3 || number == MAX;
  }

  @Override
  public int compareTo(Cid other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
