package dev.homelabc.value;

/// The word `auto` where a value could stand: homelabc assigns one, and the lab that the laws and
/// the files are made from holds that one instead.
public record Auto() implements GuestAddress, GuestMac, TapName, Vsock {
  public static final String WORD = "auto";

  @Override
  public String toString() {
    return WORD;
  }
}
