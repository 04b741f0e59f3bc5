package dev.homelabc.emit.nix;

import dev.homelabc.value.FileSystem;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// Names that are bounded by what a disk or file system can hold.
///
/// A name that is too long is cut and ends in four hexadecimal digits of its checksum, so that two
/// names with a common beginning stay apart. mkfs and QEMU would cut it silently, and the link
/// below `/dev/disk` that the guest waits for would never appear.
final class DiskNames {
  /// In bytes, as QEMU's virtio-blk passes it on.
  private static final int SERIAL = 20;

  /// In bytes, as virtio-fs has room for it (virtio 1.2, section 5.11.4).
  private static final int TAG = 36;

  private DiskNames() {}

  static String serial(String name) {
    return within(SERIAL, name);
  }

  static String tag(String name) {
    return within(TAG, name);
  }

  static String label(String name, FileSystem fileSystem) {
    return within(
        switch (fileSystem) {
          case EXT4 -> 16;
          case XFS -> 12;
          case BTRFS -> 255;
        },
        name);
  }

  private static String within(int limit, String name) {
    if (name.length() <= limit) {
      return name;
    }
    var checksum = new CRC32C();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    return name.substring(0, limit - 5) + "-" + HexFormat.of().toHexDigits(checksum.getValue(), 4);
  }
}
