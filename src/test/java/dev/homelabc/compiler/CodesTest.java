package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.format.Formatter;
import dev.homelabc.golden.Sample;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.SyntaxCodes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {
  static List<Code> codes() {
    return Codes.ALL;
  }

  @ParameterizedTest
  @MethodSource("codes")
  void the_bad_example_has_exactly_this_finding(Code code) {
    assertThat(findings(code.bad()))
        .extracting(it -> it.code().name())
        .containsExactly(code.name());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void the_good_example_is_clean(Code code) {
    assertThat(findings(code.good())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void the_examples_are_in_canonical_form_unless_that_cures_them(Code code) {
    for (var text : List.of(code.bad(), code.good())) {
      var parsed = Parser.parse(new SourceFile("a.lab", text));
      if (parsed.diagnostics().isEmpty()) {
        var canonical = Formatter.format(parsed);
        if (text.equals(code.good()) || !findings(canonical).isEmpty()) {
          assertThat(text).isEqualTo(canonical);
        }
      } else {
        assertThat(SyntaxCodes.ALL).contains(code);
        assertThat(text).isEqualTo(code.bad());
      }
    }
  }

  @Test
  void names_are_unique_and_every_code_of_the_sources_is_listed() {
    assertThat(Codes.ALL).extracting(Code::name).doesNotHaveDuplicates();
    assertThat(Codes.named("duplicate-cid")).isPresent();
    assertThat(Codes.named("no-such-code")).isEmpty();
  }

  private static List<Diagnostic> findings(String text) {
    var sources = Sample.of(SourceSet.of(new SourceFile("a.lab", text)));
    return Compiler.compile(sources, List.of()).diagnostics();
  }
}
