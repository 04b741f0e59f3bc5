package dev.homelabc.value;

import java.util.Locale;

/// Who made a host's GPU.
public enum Gpu {
  AMD,
  NVIDIA,
  INTEL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
