package dev.homelabc.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Codes;
import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdoptCodesTest {
  static List<Code> codes() {
    return AdoptCodes.ALL;
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theBadExampleHasExactlyThisFinding(Code code) {
    assertThat(findings(code.bad()))
        .extracting(it -> it.code().name())
        .containsExactly(code.name());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theGoodExampleIsClean(Code code) {
    assertThat(findings(code.good())).isEmpty();
  }

  @Test
  void namesAreSortedAndNoneIsTheCompilers() {
    assertThat(AdoptCodes.ALL).extracting(Code::name).isSorted();
    assertThat(Stream.concat(AdoptCodes.ALL.stream(), Codes.ALL.stream()))
        .extracting(Code::name)
        .doesNotHaveDuplicates();
  }

  private static List<Diagnostic> findings(String files) {
    return VAuto.adopt(Example.of(files)).report().findings();
  }
}
