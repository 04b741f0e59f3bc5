package dev.homelabc.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "flake.nix",
        "hosts/homelab/network.nix",
        ".gitignore",
        "..a/b..c",
        "a b",
        "한글/파일.nix",
        "console",
        "com10",
        "x/homelabc"
      })
  void takesAnOrdinaryPath(String text) {
    assertThat(RelPath.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''!it is empty",
        "/etc/passwd!it is absolute",
        "a//b!it has an empty segment",
        "a/!it has an empty segment",
        ".!it has the segment `.`",
        "a/../b!it has the segment `..`",
        "a\\b!it holds a backslash",
        "vms/x.!the segment `x.` ends in a dot or a blank",
        "vms /x!the segment `vms ` ends in a dot or a blank",
        ".homelabc/manifest.json!names that begin with `.homelabc` are reserved",
        ".HomelabC!names that begin with `.homelabc` are reserved",
        "a/.homelabc-tmp!names that begin with `.homelabc` are reserved",
        "aux!`aux` is a device on Windows",
        "vms/NUL.nix!`NUL.nix` is a device on Windows",
        "com1!`com1` is a device on Windows",
        "lpt².txt!`lpt².txt` is a device on Windows",
        "con .x/y!`con .x` is a device on Windows",
        "C:/x!`C:` holds one of <>:\"|?*"
      })
  void refusesAPathThatIsNoPlaceForAFile(String text, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelPath.of(text))
        .withMessage("`" + text + "` cannot be the path of an output file: " + complaint);
  }

  @Test
  void refusesAControlCharacterWithoutPrintingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelPath.of("a\u001b[1m"))
        .withMessage(
            "`a\uFFFD[1m` cannot be the path of an output file: it holds a control character");
  }

  @Test
  void refusesHalfOfASurrogatePair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelPath.of("a\ud800"))
        .withMessageContaining("half of a surrogate pair");
  }

  @Test
  void countsTheBytesOfASegmentAndNotItsLetters() {
    assertThat(RelPath.of("가".repeat(85)).text()).hasSize(85);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelPath.of("x/" + "가".repeat(86)))
        .withMessageContaining("a segment of more than 255 bytes");
  }

  @Test
  void knowsItsFoldersOutermostFirst() {
    assertThat(RelPath.of("a/b/c").folders()).containsExactly(RelPath.of("a"), RelPath.of("a/b"));
    assertThat(RelPath.of("a").folders()).isEmpty();
  }

  @Test
  void resolvesBelowTheRoot() {
    assertThat(RelPath.of("a/b").resolve(Path.of("out"))).isEqualTo(Path.of("out", "a", "b"));
  }

  @Test
  void sortsSoThatAFolderStaysTogether() {
    assertThat(Stream.of("b", "a/x", "a.x", "a-b/c", "a/b").map(RelPath::of).sorted())
        .map(RelPath::text)
        .containsExactly("a-b/c", "a.x", "a/b", "a/x", "b");
  }
}
