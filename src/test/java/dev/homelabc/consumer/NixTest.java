package dev.homelabc.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class NixTest {
  @TempDir private Path folder;
  private final Nix nix = Nix.require();

  @Test
  void acceptsFilesThatAreNix() throws IOException {
    var one = write("one.nix", "{ lib, ... }: { a = lib.mkForce 1; }\n");
    var two = write("two.nix", "\"text\"\n");
    assertThatCode(() -> nix.parse(List.of(one, two))).doesNotThrowAnyException();
  }

  @Test
  void rejectsAFileWithASyntaxErrorAmongGoodOnes() throws IOException {
    var good = write("good.nix", "1\n");
    var bad = write("bad.nix", "{ a = ; }\n");
    assertThatThrownBy(() -> nix.parse(List.of(good, bad)))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("bad.nix:1:7");
  }

  @Test
  void rejectsAFileThatUsesAnUnknownName() throws IOException {
    var bad = write("bad.nix", "{ a = nowhere; }\n");
    assertThatThrownBy(() -> nix.parse(bad)).hasMessageContaining("undefined variable 'nowhere'");
  }

  @Test
  void evaluatesNestedValuesToJson() {
    var json = nix.evalJson("{ text = \"한국 ''\\${x}\"; list = [ 1 (1 + 1) ]; none = null; }");
    assertThat(json.at("/text").textValue()).isEqualTo("한국 ''${x}");
    assertThat(json.at("/list/1").intValue()).isEqualTo(2);
    assertThat(json.at("/none").isNull()).isTrue();
  }

  @Test
  void reportsAnEvaluationError() {
    assertThatThrownBy(() -> nix.evalJson("{ a = throw \"no such vm\"; }"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("no such vm");
  }

  @Test
  void importsAFileFromAFolderWithAnOddName() throws IOException {
    var odd = Files.createDirectory(folder.resolve("a ${b} \"c\" \\d"));
    var file = Files.writeString(odd.resolve("vm.nix"), "{ lib }: { mem = lib.double 2; }\n");
    var expression = "import " + Nix.path(file) + " { lib.double = x: x * 2; }";
    assertThat(nix.evalJson(expression).at("/mem").intValue()).isEqualTo(4);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
