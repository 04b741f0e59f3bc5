package dev.homelabc.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NixPrinterTest {
  @Test
  void keepsListsOfNoneAndOneOnTheirLine() {
    assertThat(print(list())).isEqualTo("[ ]");
    assertThat(print(list(new Nix.Whole(22)))).isEqualTo("[ 22 ]");
    assertThat(print(list(set("VLAN", new Nix.Whole(10))))).isEqualTo("[ { VLAN = 10; } ]");
    assertThat(print(list(list()))).isEqualTo("[ [ ] ]");
  }

  @Test
  void givesEachOfSeveralElementsALineAtTheIndentationOfTheStatement() {
    assertThat(printed(list(new Nix.Whole(22), new Nix.Whole(8200)), 4, 8))
        .isEqualTo(
            """
            [
                  22
                  8200
                ]\
            """);
  }

  @Test
  void breaksAListOfOneThatDoesNotFit() {
    var text = "x".repeat(90);
    // "[ ", the quotes, " ]" and the ";" take 7 characters.
    assertThat(printed(Nix.texts(List.of(text)), 40, 3)).isEqualTo("[ \"" + text + "\" ]");
    assertThat(printed(Nix.texts(List.of(text)), 0, 4)).isEqualTo("[\n  \"" + text + "\"\n]");
  }

  @Test
  void spreadsSetsOutAndJoinsNamesThatLeadToOneValue() {
    var value =
        set(
            "enable",
            new Nix.Flag(true),
            "empty",
            new Nix.Attributes(Map.of()),
            "listener",
            set("tcp", set("port", new Nix.Whole(8200))),
            "storage",
            set("path", new Nix.Null(), "mode", new Nix.Text("0700")));
    assertThat(print(value))
        .isEqualTo(
            """
            {
              enable = true;
              empty = { };
              listener.tcp.port = 8200;
              storage = {
                path = null;
                mode = "0700";
              };
            }\
            """);
  }

  @Test
  void spreadsOutASetThatHoldsASetInAList() {
    assertThat(print(list(set("a", set("b", new Nix.Whole(1))))))
        .isEqualTo(
            """
            [
              {
                a.b = 1;
              }
            ]\
            """);
  }

  @Test
  void quotesNamesThatAreNotIdentifiers() {
    assertThat(NixPrinter.name("listen-address'")).isEqualTo("listen-address'");
    assertThat(NixPrinter.name("a.b")).isEqualTo("\"a.b\"");
    assertThat(NixPrinter.name("inherit")).isEqualTo("\"inherit\"");
    assertThat(NixPrinter.name("9p")).isEqualTo("\"9p\"");
    assertThat(NixPrinter.name("${x}")).isEqualTo("\"\\${x}\"");
    assertThat(NixPrinter.name("")).isEqualTo("\"\"");
  }

  @Test
  void parenthesisesNegativeNumbersInListsOnly() {
    assertThat(print(list(new Nix.Whole(-1)))).isEqualTo("[ (-1) ]");
    assertThat(print(new Nix.Whole(-1))).isEqualTo("-1");
    assertThat(print(list(set("a", new Nix.Whole(-1))))).isEqualTo("[ { a = -1; } ]");
    assertThat(print(list(new Nix.Whole(Long.MIN_VALUE))))
        .isEqualTo("[ (-9223372036854775807 - 1) ]");
  }

  @Test
  void escapesWhatEndsOrOpensSomethingInAString() {
    assertThat(NixPrinter.escape("\"${pkgs}\\\n\r\t''한국"))
        .isEqualTo("\\\"\\${pkgs}\\\\\\n\\r\\t''한국");
  }

  @Test
  void movesTheUsersCodeToItsPlaceAndLeavesItsStringsAlone() {
    assertThat(print(list(new Nix.Code("{ pkgs, ... }:\n{ } # end\n"))))
        .isEqualTo("[\n  (\n    { pkgs, ... }:\n    { } # end\n  )\n]");
    assertThat(print(list(new Nix.Code("{\n  a = 1;\n\n  b = \"x\n  y\";\n}"))))
        .isEqualTo("[\n  ({\n    a = 1;\n\n    b = \"x\n  y\";\n  })\n]");
  }

  private static String print(Nix value) {
    return printed(value, 0, 0);
  }

  private static String printed(Nix value, int indent, int used) {
    var out = new LineWriter();
    NixPrinter.print(value, out, indent, used);
    return out.toString();
  }

  /// What stands on one line may come from several places, and what closes a set belongs to what
  /// opens it.
  @Test
  void linesKnowWhereTheirValuesComeFrom() {
    var file = new SourceFile("home.lab", "web 22 80");
    var web = Origin.written(file.at(new Span(0, 3)));
    var ssh = Origin.written(file.at(new Span(4, 6)));
    var http = Origin.written(file.at(new Span(7, 9)));
    var ports = Nix.wholes(List.of(new Sourced<>(22, ssh), new Sourced<>(80, http)));
    var one = new Nix.From(web, list(Nix.whole(new Sourced<>(22, ssh))));
    var set = new LinkedHashMap<String, Nix>();
    set.put("ports", ports);
    set.put("one", one);
    var out = new LineWriter();
    NixPrinter.print(new Nix.From(web, new Nix.Attributes(set)), out, 0, 0);
    var traced = out.traced();
    assertThat(traced.text())
        .isEqualTo(
            """
            {
              ports = [
                22
                80
              ];
              one = [ 22 ];
            }\
            """);
    assertThat(IntStream.range(0, 7).mapToObj(traced.trace()::at))
        .containsExactly(
            List.of(web),
            List.of(),
            List.of(ssh),
            List.of(http),
            List.of(),
            List.of(web, ssh),
            List.of(web));
  }

  private static Nix list(Nix... values) {
    return new Nix.ListOf(List.of(values));
  }

  private static Nix set(Object... namesAndValues) {
    var values = new LinkedHashMap<String, Nix>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], (Nix) namesAndValues[i + 1]);
    }
    return new Nix.Attributes(values);
  }
}
