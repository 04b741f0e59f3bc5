package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  private static final String ENGLISH = "error[duplicate-cid]";
  private static final String KOREAN = "오류[duplicate-cid]";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void takesTheLanguageBeforeAndAfterTheCommand() {
    assertThat(run(Map.of(), "--lang", "ko", "explain", "duplicate-cid")).startsWith(KOREAN);
    assertThat(run(Map.of(), "explain", "--lang=ko", "duplicate-cid")).startsWith(KOREAN);
    assertThat(run(Map.of(), "explain", "duplicate-cid", "--lang", "ko")).startsWith(KOREAN);
  }

  @Test
  void prefersTheOptionToTheLocale() {
    var korean = Map.of("LC_ALL", "ko_KR.UTF-8");

    assertThat(run(korean, "explain", "duplicate-cid", "--lang", "en")).startsWith(ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "ko_KR.UTF-8, en_US.UTF-8, en_US.UTF-8, true",
    "'', ko_KR.UTF-8, en_US.UTF-8, true",
    "'', '', ko, true",
    "C, ko_KR.UTF-8, ko_KR.UTF-8, false",
    "'', en_US.UTF-8, ko_KR.UTF-8, false",
    "'', '', '', false"
  })
  void takesTheFirstVariableOfTheLocaleThatIsSet(
      String all, String messages, String lang, boolean isKorean) {
    var environment = Map.of("LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang);

    assertThat(run(environment, "explain", "duplicate-cid"))
        .startsWith(isKorean ? KOREAN : ENGLISH);
  }

  @Test
  void refusesALanguageThatItDoesNotSpeak() {
    assertThat(code(Map.of(), "check", "--lang", "de")).isEqualTo(Exit.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("`de` is not among the languages en, ko");
  }

  @Test
  void explainsAndListsInKorean() {
    assertThat(run(Map.of(), "explain", "--lang", "ko", "duplicate-cid"))
        .contains("한 호스트에 있는 두 VM의 vsock CID가 같습니다.", "이 지적 사항이 나오는 랩:", "나오지 않는 랩:")
        .doesNotContain("This", "Two");
    assertThat(run(Map.of(), "explain", "--lang", "ko"))
        .contains(KOREAN + " 한 호스트에 있는 두 VM의 vsock CID가 같습니다.\n");
  }

  @Test
  void checksInKorean(@TempDir Path folder) throws IOException {
    var lab = Files.writeString(folder.resolve("a.lab"), "vlan a {\n  id 20\n");

    assertThat(run(Map.of(), "check", "--lang", "ko", lab.toString()))
        .contains("오류[unclosed-block]: 이 블록이 닫히지 않았습니다\n", "   = 도움말: ", "오류 2건\n");

    Files.writeString(lab, "vlan a {\n  id 20\n  subnet 10.0.20.0/24\n}\n");
    assertThat(run(Map.of(), "check", "--lang", "ko", lab.toString()))
        .isEqualTo("파일 1개에서 지적 사항을 찾지 못했습니다\n");
  }

  private String run(Map<String, String> environment, String... args) {
    out.getBuffer().setLength(0);
    code(environment, args);
    return out.toString();
  }

  private int code(Map<String, String> environment, String... args) {
    var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
    return Main.run(args, terminal, environment);
  }
}
