package dev.homelabc.rule.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.rule.Example;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnusedTest {
  private static final String UNUSED =
      """
      profile small {
        vcpu 1
      }
      vlan storage {
        id 30
        subnet 10.0.30.0/24
      }
      """;

  @Test
  void asksOfEachFileOfTheLab() {
    var files =
        SourceSet.of(new SourceFile("a.lab", UNUSED), new SourceFile("b.lab", Example.web("")));

    assertThat(codes(files)).containsExactly("unused-profile", "unused-vlan");
  }

  @Test
  void letsAnImportedFileHaveMoreThanOneLabUses() {
    var lab = new SourceFile("home/a.lab", "import \"../shared.lab\"\n" + Example.web(""));
    var shared = new SourceFile("shared.lab", UNUSED);

    assertThat(codes(new SourceSet(List.of(lab), _ -> Optional.of(shared)))).isEmpty();
  }

  @Test
  void letsALibraryBeCheckedByItself() {
    assertThat(codes(SourceSet.of(new SourceFile("shared.lab", UNUSED)))).isEmpty();
  }

  @Test
  void takesANameThatDependsOnItsOwnerForAnyName() {
    var vms = Example.web("").replace("vlan services\n  ip", "vlan \"${lab}\"\n  ip");
    var lab = "lab services\n" + UNUSED + vms;

    assertThat(codes(SourceSet.of(new SourceFile("a.lab", lab)))).containsExactly("unused-profile");
  }

  @Test
  void takesANameInQuotesForTheName() {
    var lab = UNUSED.replace("profile small", "profile \"small\"") + Example.web("profile small");
    assertThat(codes(SourceSet.of(new SourceFile("a.lab", lab)))).containsExactly("unused-vlan");

    var findings =
        Compiler.compile(
                SourceSet.of(
                    new SourceFile(
                        "a.lab",
                        UNUSED.replace("vlan storage", "vlan \"storage\"")
                            + Example.web("profile small"))),
                List.of())
            .diagnostics();
    assertThat(findings)
        .singleElement()
        .satisfies(
            it -> assertThat(it.message().toString()).isEqualTo("nothing is in VLAN `storage`"));
  }

  private static List<String> codes(SourceSet sources) {
    return Compiler.compile(sources, List.of()).diagnostics().stream()
        .map(it -> it.code().name())
        .toList();
  }
}
