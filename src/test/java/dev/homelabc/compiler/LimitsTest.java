package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What nobody writes by hand ends in findings too, and soon.
@Timeout(60)
class LimitsTest {
  private static final int MANY = 20_000;

  @Test
  void blocksAndListsThatNestWithoutEndAreOneFindingOfTheirDepth() {
    assertThat(codes("a {".repeat(MANY))).containsOnlyOnce("too-deep");
    assertThat(codes("a [".repeat(MANY))).containsOnlyOnce("too-deep");
  }

  @Test
  void importsThatLeadOnWithoutEndAreOneFinding() {
    var first = new SourceFile("0.lab", "import \"1.lab\"\n");
    var files =
        new SourceSet(
            List.of(first),
            path -> {
              int next = Integer.parseInt(path.replace(".lab", "")) + 1;
              var text = next > MANY ? "" : "import \"%d.lab\"\n".formatted(next);
              return Optional.of(new SourceFile(path, text));
            });
    assertThat(codes(files)).containsExactly("too-deep");
  }

  @Test
  void profilesThatApplyEachOtherWithoutEndAreOneFinding() {
    IntFunction<String> profile = i -> "profile p%d {\n  profile p%d\n}\n".formatted(i, i + 1);
    assertThat(codes(many(profile) + "profile p%d {\n}\n".formatted(MANY)))
        .containsExactly("too-deep");
  }

  @Test
  void sixtyFourProfilesMayLieAboveEachOther() {
    var text = new StringBuilder("profile p64 {\n}\n");
    for (int i = 1; i < 64; i++) {
      text.append("profile p%d {\n  profile p%d\n}\n".formatted(i, i + 1));
    }
    assertThat(codes(text.toString())).isEmpty();
    assertThat(codes(text + "profile p0 {\n  profile p1\n}\n")).containsExactly("too-deep");
  }

  @Test
  void eachOfManyMistakesIsFound() {
    assertThat(codes(many(i -> "}\n"))).hasSize(MANY).containsOnly("stray-close");
  }

  @Test
  void aLineOfMegabytesIsRead() {
    var line = "x".repeat(2_000_000);
    assertThat(codes("#" + line)).isEmpty();
    assertThat(codes("lab home {\n  description \"" + line + "\"\n}\n")).isEmpty();
    assertThat(codes("vlan " + line + " {\n}\n")).contains("bad-name");
  }

  private static String many(IntFunction<String> text) {
    return IntStream.range(0, MANY).mapToObj(text).collect(Collectors.joining());
  }

  private static List<String> codes(String text) {
    return codes(SourceSet.of(new SourceFile("a.lab", text)));
  }

  private static List<String> codes(SourceSet files) {
    return Compiler.compile(files, List.of()).diagnostics().stream()
        .map(it -> it.code().name())
        .toList();
  }
}
