package dev.homelabc.value;

import java.util.Optional;

/// What a VM says about vsock: a guest CID, or `off`.
public record Vsock(Optional<Cid> cid) {
  public static Reading<Vsock> read(String text) {
    return text.equals("off")
        ? Reading.good(new Vsock(Optional.empty()))
        : Cid.read(text).map(cid -> new Vsock(Optional.of(cid)));
  }

  public Vsock plus(int count) {
    return new Vsock(cid.map(it -> it.plus(count)));
  }

  @Override
  public String toString() {
    return cid.map(Cid::toString).orElse("off");
  }
}
