package dev.homelabc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.homelabc.adopt.AdoptCodes;
import dev.homelabc.compiler.Codes;
import dev.homelabc.diagnostic.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The goldens of this repository. With `-Dgolden.accept=true` they are rewritten, and the test
/// fails so that nobody takes that run for a proof.
class RepositoryGoldenTest {
  private final Golden golden = new Golden(Path.of(""));

  @TestFactory
  Stream<DynamicTest> agreesWithItsGolden() {
    return golden.cases().stream()
        .map(it -> dynamicTest(it.name(), () -> assertThat(text(golden.verify(it))).isEmpty()));
  }

  @Test
  void hasNoGoldenWithoutACase() {
    assertThat(text(golden.strays())).isEmpty();
  }

  @Test
  void hasACaseForEveryCode() {
    assertThat(golden.codes())
        .containsExactlyElementsOf(Codes.ALL.stream().map(Code::name).toList());
  }

  @Test
  void hasACaseForEveryCodeOfAdopt() {
    assertThat(golden.adoptCodes()).containsAll(AdoptCodes.ALL.stream().map(Code::name).toList());
  }

  @Test
  void wasNotAskedToAccept() {
    if (Boolean.getBoolean("golden.accept")) {
      fail("%s: look at the changes, then run again without golden.accept", golden.accept());
    }
  }

  private static String text(List<Deviation> deviations) {
    return deviations.stream().map(Deviation::text).collect(Collectors.joining("\n"));
  }
}
