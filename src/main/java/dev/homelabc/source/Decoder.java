package dev.homelabc.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Optional;

/// Bytes to text, whatever they are: what is not UTF-8 becomes U+FFFD, and the first such place is
/// remembered. Text in UTF-16, which Windows programs like to write, is read as what it is and
/// counts as not UTF-8 from its first byte on.
record Decoder(String text, Optional<Undecodable> undecodable) {
  static Decoder decode(byte[] bytes) {
    if (isUtf16(bytes)) {
      var text = new String(bytes, UTF_16);
      return new Decoder(
          text, Optional.of(new Undecodable(Span.at(0), Byte.toUnsignedInt(bytes[0]))));
    }
    var text = new String(bytes, UTF_8);
    // No text has more code units than bytes, so that the only way to stop early is a bad byte.
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = UTF_8.newDecoder().decode(in, out, true);
    if (!result.isError()) {
      return new Decoder(text, Optional.empty());
    }
    int at = out.position();
    int value = Byte.toUnsignedInt(bytes[in.position()]);
    return new Decoder(text, Optional.of(new Undecodable(new Span(at, at + 1), value)));
  }

  /// Whether the text begins with the byte order mark of UTF-16.
  private static boolean isUtf16(byte[] bytes) {
    int mark =
        bytes.length < 2 ? 0 : Byte.toUnsignedInt(bytes[0]) * 256 + Byte.toUnsignedInt(bytes[1]);
    return mark == 0xfffe || mark == 0xfeff;
  }
}
