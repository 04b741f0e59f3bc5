package dev.homelabc.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.model.EmbeddedYaml.Outcome;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedYamlTest {
  @Test
  void eachPartOfATextStandsWhereTheLabHasIt() {
    var text =
        "\"\"\"\r\n    # 😀\r\n    a: [\"😀\", b]\r\n\r\n    c:\r\n      가: 'd'\r\n    \"\"\"";
    assertThat(scalars(text)).containsExactly("a", "\"😀\"", "b", "c", "가", "'d'");
  }

  @Test
  void eachPartOfAStringStandsWhereTheLabHasIt() {
    assertThat(scalars("\"a: \\\"b\\\"\\nc: \\u{1F600}d\\n\""))
        .containsExactly("a", "\\\"b\\\"", "c", "\\u{1F600}d");
  }

  @Test
  void whatIsPutInLaterMovesNothing() {
    assertThat(scalars("\"a: ${name}-b\\nc: [{{ password }}, ${ip}]\\nd: $${x}\\n\""))
        .containsExactly("a", "${name}-b", "c", "{{ password }}", "${ip}", "d", "$${x}");
  }

  @Test
  void aMistakeHasItsPlaceAndThatOfWhatItBreaks() {
    var yaml = in("\"\"\"\n  a: [b,\n  c: d\n  \"\"\"");
    assertThat(yaml.read())
        .isInstanceOfSatisfying(
            Outcome.Bad.class,
            bad -> {
              assertThat(yaml.place(bad.span())).hasToString("a.lab:4:3");
              assertThat(bad.inside().map(it -> yaml.place(it).toString())).contains("a.lab:2:6");
            });
  }

  @Test
  void commentsAloneAreNoMistake() {
    assertThat(EmbeddedYaml.read("# a\n")).isEqualTo(new Outcome.Nothing());
  }

  private static EmbeddedYaml in(String argument) {
    return EmbeddedYaml.in(new SourceFile("a.lab", argument).at(new Span(0, argument.length())));
  }

  /// The scalars of a text, keys too, as the lab writes them.
  private static List<String> scalars(String argument) {
    var yaml = in(argument);
    var found = new ArrayList<String>();
    if (yaml.readFilled() instanceof Outcome.Good(var root)) {
      collect(root, yaml, found);
    }
    return found;
  }

  private static void collect(YamlNode node, EmbeddedYaml yaml, List<String> found) {
    switch (node) {
      case YamlNode.Mapping(_, var members) ->
          members.forEach(it -> {
            found.add(yaml.place(it.key().span()).text());
            collect(it.value(), yaml, found);
          });
      case YamlNode.Sequence(_, var items) -> items.forEach(it -> collect(it, yaml, found));
      case YamlNode.Scalar(var span, _, _) -> found.add(yaml.place(span).text());
    }
  }
}
