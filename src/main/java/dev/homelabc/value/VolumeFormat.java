package dev.homelabc.value;

import java.util.Locale;

/// The format of a volume's image on the host.
public enum VolumeFormat {
  RAW,
  QCOW2;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
