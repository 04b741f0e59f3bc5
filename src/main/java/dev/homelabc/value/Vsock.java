package dev.homelabc.value;

/// What a VM says about vsock: its guest CID, `auto`, or `off`.
public sealed interface Vsock permits Cid, Auto, Vsock.Off {
  static Reading<Vsock> read(String text) {
    return switch (text) {
      case Auto.WORD -> Reading.good(new Auto());
      case Off.WORD -> Reading.good(new Off());
      default -> Cid.read(text).map(it -> it);
    };
  }

  /// The VM has no vsock.
  record Off() implements Vsock {
    static final String WORD = "off";

    @Override
    public String toString() {
      return WORD;
    }
  }
}
