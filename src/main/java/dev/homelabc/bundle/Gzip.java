package dev.homelabc.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/// The frame of gzip (RFC 1952) around a compressed text: no name, no time, no system, but a
/// comment by which a file of ours is known.
final class Gzip {
  private static final int HAS_COMMENT = 1 << 4;
  private static final int UNKNOWN_SYSTEM = 255;

  /// Two magic bytes, deflate, flags, four of time, how hard it was tried, the system.
  private static final byte[] HEAD = {
    0x1f, (byte) 0x8b, 8, HAS_COMMENT, 0, 0, 0, 0, 0, (byte) UNKNOWN_SYSTEM
  };

  private Gzip() {}

  /// @param comment in Latin-1, as the format has it
  static byte[] of(byte[] content, String comment) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(HEAD);
    out.writeBytes(comment.getBytes(ISO_8859_1));
    out.write(0);
    out.writeBytes(Deflate.of(content));
    var crc = new CRC32();
    crc.update(content);
    out.writeBytes(littleEndian((int) crc.getValue()));
    out.writeBytes(littleEndian(content.length));
    return out.toByteArray();
  }

  /// The comment of a file that begins with these bytes, if it is one of ours.
  static Optional<String> comment(byte[] beginning) {
    if (beginning.length < HEAD.length
        || !Arrays.equals(Arrays.copyOf(beginning, HEAD.length), HEAD)) {
      return Optional.empty();
    }
    int end = HEAD.length;
    while (end < beginning.length && beginning[end] != 0) {
      end++;
    }
    return Optional.of(new String(beginning, HEAD.length, end - HEAD.length, ISO_8859_1));
  }

  private static byte[] littleEndian(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(Integer.reverseBytes(number)).array();
  }
}
