package dev.homelabc.emit.nix;

import dev.homelabc.value.FileSystem;
import dev.homelabc.value.Shortened;

/// Names that are bounded by what a disk or file system can hold.
///
/// A name that is too long is shortened: mkfs and QEMU would cut it silently, and the link below
/// `/dev/disk` that the guest waits for would never appear.
final class DiskNames {
  /// In bytes, as QEMU's virtio-blk passes it on.
  private static final int SERIAL = 20;

  /// In bytes, as virtio-fs has room for it (virtio 1.2, section 5.11.4).
  private static final int TAG = 36;

  private DiskNames() {}

  static String serial(String name) {
    return Shortened.to(SERIAL, name);
  }

  static String tag(String name) {
    return Shortened.to(TAG, name);
  }

  static String label(String name, FileSystem fileSystem) {
    return Shortened.to(
        switch (fileSystem) {
          case EXT4 -> 16;
          case XFS -> 12;
          case BTRFS -> 255;
        },
        name);
  }
}
