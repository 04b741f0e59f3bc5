package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import dev.homelabc.emit.YamlReaders;
import dev.homelabc.starter.Starter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  @Test
  void beginsALabThatBuildsWithoutFindingsAndIsInCanonicalForm() {
    var lab = folder.resolve("new/lab").toString();
    assertThat(run("init", lab)).isEqualTo(Exit.FINE);
    assertThat(out)
        .contains(folder.resolve("new/lab/home.lab") + "\n")
        .contains("\nNext:\n", "Run `homelabc build " + lab + "`");
    assertThat(err).isEmpty();

    assertThat(run("check", lab)).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("no findings in 1 file\n");
    assertThat(run("fmt", "--check", lab)).isEqualTo(Exit.FINE);
    assertThat(run("build", lab)).isEqualTo(Exit.FINE);
    assertThat(err).isEmpty();
    assertThat(folder.resolve("new/lab/out/vms/web.nix")).isRegularFile();
  }

  @Test
  void itsCommentedLinesWorkOnceTheirHashIsTakenAway() throws IOException {
    run("init", folder.toString());
    var lab = folder.resolve(Starter.LAB);
    var key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq";
    var text = Files.readString(lab);
    Files.writeString(
        lab,
        text.replace("# ssh-key \"ssh-ed25519 …", "ssh-key \"" + key)
            .replace("# port ssh 22", "port ssh 22"));

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(err).isEmpty();
    assertThat(folder.resolve("out/vms/web.nix")).content().contains(key).contains("22");
  }

  @Test
  void leavesAllAsItIsWhereOneOfTheFilesIsThere() throws IOException {
    Files.writeString(folder.resolve(".gitignore"), "mine");
    Files.createSymbolicLink(folder.resolve("home.lab"), Path.of("nothing"));
    Files.writeString(folder.resolve(".github"), "a file");

    assertThat(run("init", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo(
            """
            error: `%1$s/.github` is there already
            error: `%1$s/.gitignore` is there already
            error: `%1$s/home.lab` is there already
              = help: move it away, or begin in another folder: `homelabc init DIR`
            nothing was written
            """
                .formatted(folder));
    assertThat(files()).containsExactlyInAnyOrder(".gitignore", "home.lab", ".github");
    assertThat(folder.resolve(".gitignore")).hasContent("mine");
  }

  @Test
  void doesNotOverwriteALabOfItsOwnThatWasEdited() throws IOException {
    run("init", folder.toString());
    Files.writeString(folder.resolve(Starter.LAB), "edited");

    assertThat(run("init", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(folder.resolve(Starter.LAB)).hasContent("edited");
  }

  @Test
  void itsYamlRunsTheCommandsThatThereAre() throws IOException {
    run("init", folder.toString());
    assertThat(commands(".pre-commit-config.yaml"))
        .containsExactly("homelabc check", "homelabc fmt", "homelabc build --check");
    assertThat(commands(".github/workflows/homelabc.yml"))
        .containsExactly("homelabc check", "homelabc fmt --check", "homelabc build --check");
    assertThat(commands(".gitlab-ci.yml"))
        .containsExactly("homelabc check", "homelabc fmt --check", "homelabc build --check");
  }

  @Test
  void gitSeesTheOutputAndTheManifestButNoLeftovers() throws IOException {
    run("init", folder.toString());
    run("build", folder.toString());
    Files.writeString(folder.resolve("out/.homelabc-tmp"), "");
    Files.createSymbolicLink(folder.resolve("result"), Path.of("out"));
    git("init", "-q");
    git("add", "-A");
    assertThat(git("ls-files").lines())
        .contains("home.lab", "out/flake.nix", "out/.homelabc/manifest.json")
        .doesNotContain("out/.homelabc-tmp", "result");
  }

  /// The commands `homelabc …` among all texts of a YAML file.
  private List<String> commands(String file) throws IOException {
    var texts = new ArrayList<String>();
    collect(YamlReaders.document(Files.readString(folder.resolve(file))), texts);
    return texts.stream()
        .map(it -> it.replace(".tools/homelabc/", ""))
        .filter(it -> it.matches("homelabc (check|fmt|build).*"))
        .distinct()
        .toList();
  }

  private static void collect(Object node, List<String> texts) {
    switch (node) {
      case Map<?, ?> map -> map.values().forEach(it -> collect(it, texts));
      case List<?> list -> list.forEach(it -> collect(it, texts));
      default -> texts.add(node.toString());
    }
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).toList();
    }
  }

  private String git(String... arguments) {
    var result = Consumer.require("git").run(folder, Map.of(), "", List.of(arguments));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }

  private int run(String... args) {
    var outText = new StringWriter();
    var errText = new StringWriter();
    int code = Main.run(args, new Terminal(new PrintWriter(outText), new PrintWriter(errText)));
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}
