package dev.homelabc.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/// Whatever is compressed, the decompressor of Java gives it back.
class DeflateTest {
  @Test
  void aTextComesBackAsItWas() throws DataFormatException {
    for (var text : new String[] {"", "a", "aaaa", "abcabcabcabc", "VM `홈랩` 🏠\n".repeat(99)}) {
      assertComesBack(text.getBytes(UTF_8));
    }
  }

  @Test
  void everyByteComesBack() throws DataFormatException {
    var bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    assertComesBack(bytes);
  }

  @Test
  void runsOfEveryLengthComeBack() throws DataFormatException {
    var random = new Random(1);
    var bytes = new ByteArrayOutputStream();
    for (int length = 1; length < 600; length++) {
      var run = new byte[length];
      Arrays.fill(run, (byte) length);
      bytes.writeBytes(run);
      bytes.write(random.nextInt());
    }
    assertComesBack(bytes.toByteArray());
  }

  @Test
  void repetitionsAtEveryDistanceComeBack() throws DataFormatException {
    var random = new Random(2);
    var bytes = new ByteArrayOutputStream();
    var word = new byte[40];
    random.nextBytes(word);
    for (int distance = 1; distance < 70_000; distance += 1 + distance / 7) {
      bytes.writeBytes(word);
      var noise = new byte[distance];
      random.nextBytes(noise);
      bytes.writeBytes(noise);
    }
    assertComesBack(bytes.toByteArray());
  }

  @Test
  void whatRepeatsItselfBecomesShort() {
    var text = "  memory 2047MiB # 2048 hangs QEMU\n".repeat(1000).getBytes(UTF_8);
    assertThat(Deflate.of(text)).hasSizeLessThan(text.length / 100);
  }

  private static void assertComesBack(byte[] bytes) throws DataFormatException {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(Deflate.of(bytes));
      // One more than there should be.
      var back = new byte[bytes.length + 1];
      int length = inflater.inflate(back);
      assertThat(Arrays.copyOf(back, length)).isEqualTo(bytes);
      assertThat(inflater.finished()).isTrue();
      assertThat(inflater.getRemaining()).isZero();
    } finally {
      inflater.end();
    }
  }
}
