package dev.homelabc.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextOffsetsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nix word@x",
        "nix \"a string@x\"",
        "nix \"tab\\t, quote\\\", \\u{1f600} and \\u{41}@x\"",
        "nix \"\"\"\n  first\n    second@x\n  \"\"\"",
        "nix \"\"\"\n\n \n  after blank lines@x\n\n  \"\"\"",
        "nix \"\"\"\r\n\tfirst\r\n\r\n\tsecond@x\r\n\t\"\"\"",
        "nix \"\"\"\n@x\n\"\"\"",
      })
  void findsTheMarkThatTheTextHoldsWhereTheSourceHasIt(String source) {
    var text = text(source);
    int mark = text.indexOf("@x");

    var place = TextOffsets.place(argument(source), mark, mark + 2);

    assertThat(place.text()).isEqualTo("@x");
    assertThat(place.span().start()).isEqualTo(source.indexOf("@x"));
  }

  @Test
  void marksAWholeEscape() {
    var place = TextOffsets.place(argument("nix \"a\\u{1f600}b\""), 1, 3);

    assertThat(place.text()).isEqualTo("\\u{1f600}");
  }

  @Test
  void staysInsideAnArgumentWhoseTextEnds() {
    assertThat(TextOffsets.place(argument("nix \"ab\""), 2, 9).text()).isEmpty();
    assertThat(TextOffsets.place(argument("nix ab"), 1, 9).text()).isEqualTo("b");
    var text = TextOffsets.place(argument("nix \"\"\"\n  ab\n  \"\"\""), 3, 9);
    assertThat(text.span().start()).isEqualTo(15);
    assertThat(text.text()).isEmpty();
  }

  private static Argument parsed(String source) {
    var parsed = Parser.parse(new SourceFile("a.lab", source));
    assertThat(parsed.diagnostics()).isEmpty();
    return parsed.statements().getFirst().arguments().getFirst();
  }

  private static Place argument(String source) {
    return new SourceFile("a.lab", source).at(parsed(source).span());
  }

  private static String text(String source) {
    return switch (parsed(source)) {
      case Argument.Word(_, var text) -> text;
      case Argument.Quoted(_, var raw) -> Quotes.decode(raw);
      case Argument.Text(_, var raw) -> raw;
      case Argument.Items _, Argument.Broken _ -> throw new AssertionError(source);
    };
  }
}
