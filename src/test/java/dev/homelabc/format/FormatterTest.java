package dev.homelabc.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "memory 2GB        | memory 2GiB",
        "memory 2Gi        | memory 2GiB",
        "memory 2048Mi     | memory 2048MiB",
        "memory 2048MiB    | memory 2048MiB",
        "memory \"1TB\"    | memory 1TiB",
        "mac 02:00:00:00:AB:0c | mac 02:00:00:00:ab:0c",
        "vlan \"services\" | vlan services",
        "hypervisor \"qemu\" | hypervisor qemu",
        "port \"web\" \"80\" | port web 80",
        "profile [ \"a\" b ] | profile [ a b ]",
        "\"vcpu\" 2        | vcpu 2",
        "autostart         | autostart true",
        "autostart \"false\" | autostart false",
        "\"autostart\"     | autostart true",
      })
  void writesAValueInTheNormalFormOfItsType(String line, String normal) {
    assertThat(inVm(line)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory 2G",
        "memory 2gb",
        "memory \"2 GB\"",
        "memory \"2Gi\\u{42}\"",
        "mac 02-00-00-00-AB-0C",
        "mac 03:00:00:00:AB:0C",
        "hypervisor \"cobol\"",
        "hostname \"vm-${index}\"",
        "vlan \"a b\"",
        "vlan \"\"",
        "vlan \"#a\"",
        "vlan \"a;b\"",
        "vlan \"${lab}\"",
        "description \"word\"",
        "nix \"word\"",
        "autostart yes",
        "memory 2GB 2GB",
        "hurdygurdy \"word\" 2GB 02:00:00:00:AB:0c",
      })
  void leavesWhatHasNoSureNormalForm(String line) {
    assertThat(inVm(line)).isEqualTo(line);
  }

  @Test
  void leavesTheOptionsOfAServiceAlone() {
    var options = "service web {\n    memory \"2GB\"\n    on [ \"a\" b ]\n    autostart\n  }";
    assertThat(inVm(options)).isEqualTo(options);
  }

  @Test
  void leavesKeysAndValuesOfFreePairsAlone() {
    var pairs = "node-selector {\n    \"gpu\" \"amd\"\n  }";
    assertThat(inVm(pairs)).isEqualTo(pairs);
  }

  @Test
  void movesATextWithItsQuotesAndKeepsItsContent() {
    var text = "nix \"\"\"\t \r\n\t\t a\r\n\r\n\t\t   b  \r\n\t\t  \r\n\t\t \"\"\" # end\r\n";
    assertThat(inVm(text)).isEqualTo("nix \"\"\"\n    a\n\n      b  \n     \n    \"\"\" # end");
  }

  @Test
  void keepsACarriageReturnThatEndsALineOfAText() {
    var text = "nix \"\"\"\na\r\r\n\"\"\"\n";
    assertThat(inVm(text)).isEqualTo("nix \"\"\"\n    a\r\r\n    \"\"\"");
  }

  @Test
  void keepsALoneCarriageReturnInsideItsComment() {
    assertThat(format("a # x\r b\nc # y\r\r\n")).isEqualTo("a # x\r b\nc # y\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n \t\n", "\uFEFF", ";", "\n;;\n ;"})
  void writesNothingForAFileWithoutContent(String text) {
    assertThat(format(text)).isEmpty();
  }

  @Test
  void dropsByteOrderMarksBetweenWordsOnly() {
    assertThat(format("\uFEFFa \uFEFF b\uFEFF\n")).isEqualTo("a b\uFEFF\n");
  }

  @Test
  void refusesAFileWithASyntaxError() {
    var broken = parse("a {");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formatter.format(broken))
        .withMessage("a.lab has syntax errors");
  }

  /// The line after formatting it inside a VM.
  private static String inVm(String line) {
    var text = format("vm web {\n" + line + "\n}\n");
    assertThat(text).startsWith("vm web {\n  ").endsWith("\n}\n");
    return text.substring("vm web {\n  ".length(), text.length() - "\n}\n".length());
  }

  private static String format(String text) {
    return Formatter.format(parse(text));
  }

  private static Parsed parse(String text) {
    return Parser.parse(new SourceFile("a.lab", text));
  }
}
