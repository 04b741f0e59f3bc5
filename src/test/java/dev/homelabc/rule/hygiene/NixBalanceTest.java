package dev.homelabc.rule.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Nix;
import dev.homelabc.rule.hygiene.NixBalance.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NixBalanceTest {
  @TempDir private Path folder;

  static Stream<String> good() {
    return Stream.of(
        "{ pkgs, ... }: { a = [ (b.c or 1) ]; }",
        "# } never\n{ } /* ) \" */",
        "\"} \\\" \\${ ''\"",
        "\"$\"",
        "\"$${\"",
        "\"a${toString \"}\"}b\"",
        "\"a${b { c = \"${d}\"; }}e\"",
        "''\n  } \" ' ''${ ''' ''\\n $ $${ ${\"}\"}\n''",
        "''$''",
        "''a'${b}''",
        "foldl' (a: b: a) { } [ ]",
        "{ x'' = 1; }",
        "{ ${\"a\"} = 1; b.${\"c\"}.d = 2; }",
        "[ https://example.org/*.tar.gz?a='' ./a/b <nixpkgs/lib> ]",
        "\"한국 🙂\"",
        "");
  }

  @ParameterizedTest
  @MethodSource("good")
  void findsNoFaultInCodeThatNixReads(String code) {
    assertThat(NixBalance.fault(code)).isEmpty();
  }

  @Test
  void nixReadsWhatIsCalledGoodHere() throws Exception {
    var file = folder.resolve("all.nix");
    var code = new StringBuilder("{ pkgs, lib, a, b, d, e, f, foldl', ... }: [\n");
    good().filter(it -> !it.isEmpty()).forEach(it -> code.append("(\n" + it + "\n)\n"));
    Files.writeString(file, code.toString().replace("# } never\n{ }", "# } never\n[ ]") + "]\n");
    Nix.require().parse(List.of(file));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "oops }, 5 }",
        "{ a = [ 1; }, 11 } for [ at 6",
        "( ${ ), 5 ) for ${ at 2",
        "{ a = { b = 1; }, 0 { open",
        "{ a = \"b; }, 6 \" open",
        "{ a = ''b\"; }, 6 '' open",
        "{ a = ''b''' '; }, 6 '' open",
        "\"${\"a\", 1 ${ open",
        "{ } /* a, 4 /* open",
        "\"a\\\", 0 \" open",
        "\"a$, 0 \" open",
        "''a''\\, 0 '' open",
      })
  void findsTheFirstFault(String code, String fault) {
    var found =
        switch (NixBalance.fault(code).orElseThrow()) {
          case Fault.Unclosed(var open) -> open.at() + " " + open.opener() + " open";
          case Fault.Stray(int at, char closer) -> at + " " + closer;
          case Fault.Mismatch(int at, char closer, var open) ->
              at + " " + closer + " for " + open.opener() + " at " + open.at();
        };
    assertThat(found).isEqualTo(fault);
  }

  @Test
  void linesThatAStringGoesOnInStayWhereTheyAre() {
    assertThat(NixBalance.fixedLines("{\n a = \"x\ny\n\";\n b = 1;\n}")).containsExactly(2, 3);
    assertThat(NixBalance.fixedLines("{\n a = ''\n  x\n'';\n}")).isEmpty();
    assertThat(NixBalance.fixedLines("{\n a = ''x\n  y'';\n}")).containsExactly(2);
    assertThat(NixBalance.fixedLines("{\n a = \"${\nb}\";\n}")).isEmpty();
    assertThat(NixBalance.fixedLines("{\n a = \"\\\n $\n\";\n}")).containsExactly(2, 3);
    assertThat(NixBalance.fixedLines("{\n a = [ };\n b\n}")).containsExactlyInAnyOrder(1, 2, 3);
  }
}
