package dev.homelabc.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "vm a\n", "\ufeffvm a\n", "# 한국어 🦊\r\n", "# \ufffd"})
  void readsUtf8AsItIs(String text) {
    var source = SourceFile.decode("a.lab", text.getBytes(UTF_8));
    assertThat(source.text()).isEqualTo(text);
    assertThat(source.undecodable()).isEmpty();
  }

  @Test
  void remembersTheFirstOfTheBytesThatAreNotUtf8() {
    var source = SourceFile.decode("a.lab", "# ca\n# f\u00e9 \u00fc\n".getBytes(ISO_8859_1));
    assertThat(source.text()).isEqualTo("# ca\n# f\ufffd \ufffd\n");
    assertThat(source.undecodable()).contains(new Undecodable(new Span(8, 9), 0xe9));
  }

  @ParameterizedTest
  @CsvSource({
    "61 ff, 1, 255",
    "61 c3, 1, 195",
    "f0 9f a6 8a 80, 2, 128",
    "ed a0 80, 0, 237",
    "c0 80, 0, 192",
    "61 00 e9, 2, 233",
    "fe, 0, 254"
  })
  void findsEveryKindOfBadByte(String hex, int offset, int value) {
    var source = SourceFile.decode("a.lab", java.util.HexFormat.ofDelimiter(" ").parseHex(hex));
    assertThat(source.undecodable()).contains(new Undecodable(new Span(offset, offset + 1), value));
    assertThat(source.text().charAt(offset)).isEqualTo('\ufffd');
  }

  @Test
  void readsUtf16ForWhatItIsAndSaysThatItIsNotUtf8() {
    assertUtf16(UTF_16LE, 0xff);
    assertUtf16(UTF_16BE, 0xfe);
  }

  private static void assertUtf16(Charset charset, int first) {
    var source = SourceFile.decode("a.lab", "\ufeffvm 가\n".getBytes(charset));
    assertThat(source.text()).isEqualTo("vm 가\n");
    assertThat(source.undecodable()).contains(new Undecodable(Span.at(0), first));
  }
}
