package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTest {
  @Test
  void noPackageUsesOneBelowItAndOnlyTheEdgeSeesTheMachine() {
    var classes = CompiledClass.readAll(Path.of("target/classes/dev"));
    assertThat(classes).as("compiled classes").isNotEmpty();
    assertThat(Layers.violations(classes)).isEmpty();
  }

  @Test
  void findsAUseOfAPackageBelowInsideASignature() {
    assertThat(check("dev/homelabc/source/Span", "(ILdev/homelabc/rule/Rule;)V"))
        .containsExactly("dev/homelabc/source/Span uses rule, which is below source");
  }

  @Test
  void countsASubPackageAsItsParent() {
    assertThat(check("dev/homelabc/output/Tree", "dev/homelabc/emit/nix/NixView"))
        .containsExactly("dev/homelabc/output/Tree uses emit, which is below output");
    assertThat(check("dev/homelabc/emit/nix/NixView", "dev/homelabc/emit/openshift/Names"))
        .isEmpty();
  }

  @Test
  void allowsUsesOfPackagesAbove() {
    assertThat(check("dev/homelabc/cli/Main", "dev/homelabc/source/Span", "java/lang/System"))
        .isEmpty();
  }

  @Test
  void keepsTheGeneratedParserInsideSyntax() {
    var generated = "Ldev/homelabc/syntax/antlr/HomelabParser;";
    assertThat(check("dev/homelabc/syntax/Parser", generated)).isEmpty();
    assertThat(check("dev/homelabc/model/Binder", generated))
        .containsExactly(
            "dev/homelabc/model/Binder uses the generated parser, which belongs to syntax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev/homelabc/util/Strings", "dev/homelabc/Main"})
  void rejectsAClassOutsideTheListedPackages(String name) {
    assertThat(check(name)).containsExactly(name + " is in a package that the order does not list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/nio/file/Files",
        "java/io/File",
        "java/io/FileReader",
        "java/lang/System",
        "()Ljava/lang/System$Logger;",
        "java/lang/Runtime",
        "java/lang/ProcessBuilder",
        "java/time/Clock"
      })
  void keepsTheMachineOutOfTheCore(String use) {
    assertThat(check("dev/homelabc/rule/identity/LongTap", use))
        .containsExactly("dev/homelabc/rule/identity/LongTap touches the machine: " + use);
    assertThat(check("dev/homelabc/output/OutputDirectory", use)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java/lang/RuntimeException", "java/nio/file/FileSystem"})
  void takesNoOtherTypeForTheMachine(String use) {
    assertThat(check("dev/homelabc/rule/identity/LongTap", use)).isEmpty();
  }

  @Test
  void readsTheTypesOfSignaturesFromAClassFile() {
    var name = LayerTest.class.getName().replace('.', '/');
    assertThat(CompiledClass.readAll(Path.of("target/test-classes")))
        .filteredOn(it -> it.name().equals(name))
        .singleElement()
        .satisfies(it ->
            assertThat(it.texts())
                .contains("(Ljava/lang/String;[Ljava/lang/String;)Ljava/util/List;"));
  }

  private static List<String> check(String name, String... texts) {
    return Layers.violations(List.of(new CompiledClass(name, Set.of(texts), Set.of())));
  }
}
