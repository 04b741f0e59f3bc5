package dev.homelabc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.Binder;
import dev.homelabc.model.Lab;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every law is needed: taken out of the list, what it forbids passes.
class RemovedLawTest {
  static List<Rule> laws() {
    return Rules.ALL;
  }

  @ParameterizedTest
  @MethodSource("laws")
  void noOtherLawSeesWhatALawForbids(Rule law) {
    var others =
        Rules.ALL.stream()
            .filter(it -> !it.code().equals(law.code()) && !it.code().isOff())
            .toList();

    assertThat(Rules.check(bad(law), others)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void aLawAloneSeesWhatItForbids(Rule law) {
    assertThat(Rules.check(bad(law), List.of(law)))
        .extracting(Diagnostic::code)
        .containsExactly(law.code());
  }

  private static Lab bad(Rule law) {
    return Binder.bind(List.of(Parser.parse(new SourceFile("a.lab", law.code().bad())))).lab();
  }
}
