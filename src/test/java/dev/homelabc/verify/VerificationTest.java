package dev.homelabc.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the real programs say of a tree, whole and broken.
class VerificationTest {
  @TempDir private Path folder;
  private OutputTree tree = new OutputTree.Draft().tree();

  @BeforeEach
  void write() throws IOException {
    var lab =
        new SourceFile(
            "home.lab",
            """
            host box

            vlan services {
              id 20
              subnet 10.0.20.0/24
            }

            vm web {
              on box
              vlan services
              ip 10.0.20.10
              mac 02:00:00:00:20:10
              vcpu 2
              memory 1GiB
            }

            openshift shop

            vm till {
              on shop
              vcpu 1
              memory 1GiB
              image https://images.example.com/till.qcow2
              disk 10GiB
            }
            """);
    tree = Compiler.compile(SourceSet.of(lab)).tree().orElseThrow();
    for (var file : tree.files().entrySet()) {
      var path = folder.resolve(file.getKey().text());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /// What these programs say, and no others.
  private Verification asking(String... programs) throws IOException {
    var folder = Files.createTempDirectory(this.folder, "bin");
    for (var program : programs) {
      var script = folder.resolve(program);
      Files.writeString(
          script, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Consumer.require(program).program()));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return Verification.of(this.folder, tree.files().keySet(), folder.toString());
  }

  /// A file of the tree with a text instead of another one.
  private void edit(String file, String text, String other) throws IOException {
    var path = folder.resolve(file);
    assertThat(path).content().contains(text);
    Files.writeString(path, Files.readString(path).replace(text, other));
  }

  private int line(String file, String text) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
            .map(String::strip)
            .toList()
            .indexOf(text)
        + 1;
  }

  @Test
  void nobodyComplainsOfWhatALabMakes() throws IOException {
    var verification =
        asking(
            "ansible-inventory",
            "ansible-playbook",
            "just",
            "kubectl",
            "nix-instantiate",
            "shellcheck");
    assertThat(verification.complaints()).isEmpty();
    assertThat(verification.absent()).isEmpty();
    assertThat(verification.asked())
        .containsExactly(
            "ansible-inventory",
            "ansible-playbook",
            "just",
            "kubectl",
            "nix-instantiate",
            "shellcheck");
  }

  @Test
  void nixNamesEveryFileThatIsNoNix() throws IOException {
    edit("vms/web.nix", "vcpu = 2;", "vcpu = two;");
    edit("flake.nix", "inputs = {", "inputs = = {");
    assertThat(asking("nix-instantiate").complaints())
        .containsExactly(
            new Complaint(
                "nix-instantiate",
                RelPath.of("flake.nix"),
                line("flake.nix", "inputs = = {"),
                "syntax error, unexpected '='"),
            new Complaint(
                "nix-instantiate",
                RelPath.of("vms/web.nix"),
                line("vms/web.nix", "vcpu = two;"),
                "undefined variable 'two'"));
  }

  @Test
  void kubectlNamesTheManifestThatIsNoYaml() throws IOException {
    edit("openshift/shop/vms/till.yaml", "spec:\n", "spec: a: b\n");
    assertThat(asking("kubectl").complaints())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.file()).isEqualTo(RelPath.of("openshift/shop/vms/till.yaml"));
          assertThat(it.line()).isPositive();
          assertThat(it.text()).contains("mapping values are not allowed");
        });
  }

  @Test
  void justNamesTheLineOfARecipe() throws IOException {
    int last = append("broken:", "    echo {{ x");
    assertThat(asking("just").complaints())
        .containsExactly(
            new Complaint("just", RelPath.of("justfile"), last, "unterminated interpolation"));
  }

  /// Adds lines to the recipes; the number of the last one.
  private int append(String... lines) throws IOException {
    var justfile = folder.resolve("justfile");
    Files.writeString(
        justfile, Files.readString(justfile) + "\n" + String.join("\n", lines) + "\n");
    return Files.readAllLines(justfile).size();
  }

  @Test
  void ansibleNamesTheTaskThatItCannotRead() throws IOException {
    edit("ansible/start-microvms.yaml", "- name:", "- nom:");
    assertThat(asking("ansible-playbook").complaints())
        .isNotEmpty()
        .allSatisfy(
            it -> assertThat(it.file()).isEqualTo(RelPath.of("ansible/start-microvms.yaml")));
  }

  @Test
  void shellcheckNamesTheLineOfARecipe() throws IOException {
    int last = append("broken:", "    for f in $(ls); do echo $f; done");
    assertThat(asking("shellcheck", "just").complaints())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.line()).isEqualTo(last))
        .anySatisfy(it -> assertThat(it.text()).contains("SC2045"));
  }

  @Test
  void saysWhichProgramsAreNotInstalled() {
    var verification = Verification.of(folder, tree.files().keySet(), folder.toString());
    assertThat(verification.asked()).isEmpty();
    assertThat(verification.absent())
        .containsExactly(
            "ansible-inventory",
            "ansible-playbook",
            "just",
            "kubectl",
            "nix-instantiate",
            "shellcheck");
  }

  @Test
  void aProgramWithNothingToReadIsNotMissed() {
    assertThat(Verification.of(folder, List.of(), folder.toString()).absent()).isEmpty();
  }
}
