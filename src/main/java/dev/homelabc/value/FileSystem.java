package dev.homelabc.value;

import java.util.Locale;

/// The file systems for a volume that microvm.nix knows how to make and label.
public enum FileSystem {
  EXT4,
  XFS,
  BTRFS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
