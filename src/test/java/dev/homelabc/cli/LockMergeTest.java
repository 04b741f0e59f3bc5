package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import dev.homelabc.output.RelPath;
import dev.homelabc.starter.Starter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two people each add a VM on a branch, and git merges them.
class LockMergeTest {
  private static final String NETWORK =
      """
      host box
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  /// Nobody's configuration of git has a part in the tests.
  private static final Map<String, String> ALONE =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_AUTHOR_NAME", "a",
          "GIT_AUTHOR_EMAIL", "a@example.org",
          "GIT_COMMITTER_NAME", "a",
          "GIT_COMMITTER_EMAIL", "a@example.org");

  @TempDir private Path folder;
  private Consumer git = Consumer.require("git");
  private String out = "";
  private String err = "";

  @BeforeEach
  void begin() throws IOException {
    git("init", "-q", "-b", "main");
    Files.writeString(folder.resolve(".gitignore"), "out/\n");
    Files.writeString(folder.resolve("network.lab"), NETWORK);
    add("mail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "diff3", "zdiff3"})
  void aConflictIsResolvedByTheNextBuild(String style) throws IOException {
    git("switch", "-q", "-c", "wiki");
    add("wiki");
    git("switch", "-q", "main");
    add("web");

    assertThat(git("-c", "merge.conflictStyle=" + style, "merge", "-q", "wiki").exitCode())
        .isNotZero();
    assertThat(lock()).contains("<<<<<<<");
    assertThat(run("check", "--locked")).isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("error[lock-outdated]");
    assertThat(lock()).contains("<<<<<<<");
    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(err).contains("warning[lock-conflict]", "warning[moved-address]");
    assertThat(lock()).isEqualTo(merged());
    assertThat(run("check", "--locked")).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("no findings in 4 files\n");
  }

  @Test
  void aMergeWithoutAConflictIsCleanOrTheNextBuildCleansIt() throws IOException {
    git("switch", "-q", "-c", "before");
    add("app");
    git("switch", "-q", "main");
    add("web");

    assertThat(git("merge", "-q", "--no-edit", "before").exitCode()).isZero();
    assertThat(lock()).contains("app ip 10.0.20.2\n", "web ip 10.0.20.2\n");
    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(err).contains("`web` cannot keep `ip 10.0.20.2`").doesNotContain("lock-conflict");
    assertThat(lock()).contains("app ip 10.0.20.2\n", "mail ip 10.0.20.1\n", "web ip 10.0.20.3\n");
    assertThat(run("build", "--locked")).isEqualTo(Exit.FINE);
    assertThat(err).isEmpty();
  }

  /// As the files of a new lab tell git to.
  @Test
  void withTheLinesOfBothThereIsNoConflict() throws IOException {
    var attributes = Starter.files().files().get(RelPath.of(".gitattributes"));
    Files.writeString(folder.resolve(".gitattributes"), Objects.requireNonNull(attributes));
    commit();
    git("switch", "-q", "-c", "wiki");
    add("wiki");
    git("switch", "-q", "main");
    add("web");

    assertThat(git("merge", "-q", "--no-edit", "wiki").exitCode()).isZero();
    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(lock()).isEqualTo(merged());
  }

  @Test
  void whoeverMergesGetsTheSameLock() throws IOException {
    git("switch", "-q", "-c", "wiki");
    add("wiki");
    git("switch", "-q", "main");
    add("web");
    git("switch", "-q", "wiki");

    assertThat(git("merge", "-q", "main").exitCode()).isNotZero();
    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(lock()).isEqualTo(merged());
  }

  @Test
  void branchesInDifferentVlansMergeCleanly() throws IOException {
    Files.writeString(folder.resolve("far.lab"), "vlan far {\n  id 30\n  subnet 10.0.30.0/24\n}\n");
    commit();
    git("switch", "-q", "-c", "before");
    add("app", "far");
    git("switch", "-q", "main");
    add("web");

    assertThat(git("merge", "-q", "--no-edit", "before").exitCode()).isZero();

    assertThat(run("check", "--locked")).isEqualTo(Exit.FINE);
    assertThat(out).startsWith("no findings");
  }

  private static String merged() {
    return """
    # What homelabc has assigned. `homelabc build` keeps this file; commit it.
    mail ip 10.0.20.1
    mail mac 02:00:00:00:20:01
    mail vsock 20001
    web ip 10.0.20.2
    web mac 02:00:00:00:20:02
    web vsock 20002
    wiki ip 10.0.20.3
    wiki mac 02:00:00:00:20:03
    wiki vsock 20003
    """;
  }

  private void add(String vm) throws IOException {
    add(vm, "services");
  }

  /// Adds a VM in a file of its own, builds and commits.
  private void add(String vm, String vlan) throws IOException {
    Files.writeString(
        folder.resolve(vm + ".lab"),
        "vm %s {\n  vlan %s\n  ip auto\n  vsock auto\n  vcpu 1\n  memory 1GiB\n}\n"
            .formatted(vm, vlan));
    assertThat(run("build")).isEqualTo(Exit.FINE);
    commit();
  }

  private void commit() {
    git("add", "-A");
    assertThat(git("commit", "-q", "-m", "change").exitCode()).isZero();
  }

  private Consumer.Result git(String... arguments) {
    return git.run(folder, ALONE, "", List.of(arguments));
  }

  private String lock() throws IOException {
    return Files.readString(folder.resolve("homelab.lock"));
  }

  private int run(String command, String... options) {
    var outText = new StringWriter();
    var errText = new StringWriter();
    var args = new ArrayList<>(List.of(command, folder.toString()));
    args.addAll(List.of(options));
    int code =
        Main.run(
            args.toArray(String[]::new),
            new Terminal(new PrintWriter(outText), new PrintWriter(errText)));
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}
