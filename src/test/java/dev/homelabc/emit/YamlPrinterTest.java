package dev.homelabc.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlPrinterTest {
  private static String printed(Yaml value) {
    var out = new LineWriter();
    out.write("key:");
    YamlPrinter.afterKey(value, out, 0);
    return out.toString();
  }

  @Test
  void collectionsAreInBlockStyleAndIndented() {
    var pair = Yaml.mapping().with("a", "1").with("b", new Yaml.Whole(2));
    var value =
        Yaml.mapping()
            .with("list", new Yaml.ListOf(List.of(pair, new Yaml.Flag(true), new Yaml.Null())))
            .with("nested", new Yaml.ListOf(List.of(new Yaml.ListOf(List.of(new Yaml.Text("x"))))));
    assertThat(printed(value))
        .isEqualTo(
            """
            key:
              list:
                - a: "1"
                  b: 2
                - true
                - null
              nested:
                - - "x"\
            """);
  }

  @Test
  void emptyCollectionsSayThatTheyAre() {
    assertThat(printed(Yaml.mapping())).isEqualTo("key: {}");
    assertThat(printed(new Yaml.ListOf(List.of()))).isEqualTo("key: []");
  }

  @Test
  void keysThatReadersDifferOnAreQuoted() {
    var value = Yaml.mapping().with("on", "1").with("0755", "2").with("a.b/c-d", "3");
    assertThat(printed(value))
        .isEqualTo("key:\n  \"on\": \"1\"\n  \"0755\": \"2\"\n  a.b/c-d: \"3\"");
  }

  @Test
  void aLiteralBlockStandsOnlyWhereItSaysExactlyTheSame() {
    assertThat(printed(new Yaml.Text("a: \"b\"\n\n  c\n")))
        .isEqualTo("key: |\n  a: \"b\"\n\n    c");
    for (var text : List.of("a", "a\n\n", "\na\n", " a\n", "a\r\n", "a\n \n", "a\u0085b\n")) {
      assertThat(printed(new Yaml.Text(text))).startsWith("key: \"");
    }
  }

  @Test
  void jsonHasOneMemberALine() {
    var value = Yaml.mapping().with("a", Yaml.mapping()).with("b", Yaml.mapping().with("c", "\""));
    assertThat(value.json())
        .isEqualTo("{\n  \"a\": {},\n  \"b\": {\n    \"c\": \"\\\"\"\n  }\n}\n");
  }
}
