package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commits to a repository whose hooks are ours, with the real pre-commit and the real git.
class HooksTest {
  private static final String LAB =
      """
      host box {
        lan {
          address 192.168.0.15/24
        }
        bridge vmbr0 {
          uplink enp1s0
        }
      }
      """;

  @TempDir private Path folder;
  private Path lab;
  private Map<String, String> environment = Map.of();

  /// Our hooks in a repository with a launcher that runs the classes under test, and a repository
  /// that uses them.
  @BeforeEach
  void layOut() throws IOException {
    var hooks = Files.createDirectories(folder.resolve("hooks"));
    Files.copy(Path.of(".pre-commit-hooks.yaml"), hooks.resolve(".pre-commit-hooks.yaml"));
    var launcher = hooks.resolve("homelabc");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' dev.homelabc.cli.Main \"$@\"\n"
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    lab = Files.createDirectories(folder.resolve("lab"));
    environment =
        new HashMap<>(
            Map.of(
                "HOME", folder.toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "PATH", hooks + ":" + System.getenv("PATH"),
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "a",
                "GIT_AUTHOR_EMAIL", "a@example.org",
                "GIT_COMMITTER_NAME", "a",
                "GIT_COMMITTER_EMAIL", "a@example.org"));
    git(hooks, "init", "-q");
    git(hooks, "add", ".");
    git(hooks, "commit", "-qm", "Hooks");
    git(hooks, "tag", "v1");
    git(lab, "init", "-q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-script"})
  void holdBackACommitUntilTheLabIsRightAndItsTreeIsBuilt(String variant) throws IOException {
    write(
        ".pre-commit-config.yaml",
        """
        repos:
          - repo: %s
            rev: v1
            hooks:
              - id: homelabc-check%2$s
              - id: homelabc-fmt%2$s
              - id: homelabc-build%2$s
        """
            .formatted(folder.resolve("hooks"), variant));
    assertThat(run("pre-commit", lab, "install").exitCode()).isZero();

    write("home.lab", LAB.replace("192.168.0.15/24", "192.168.0.15/33"));
    assertThat(commit()).contains("homelabc check", "Failed", "bad-cidr").contains("home.lab:3:");
    assertThat(committed()).isFalse();

    write("home.lab", LAB.replace("  lan", "lan"));
    assertThat(commit()).contains("files were modified by this hook");
    assertThat(lab.resolve("home.lab")).hasContent(LAB);

    assertThat(commit()).contains("missing: out/flake.nix").contains("run `homelabc build`");
    assertThat(committed()).isFalse();

    assertThat(run(folder.resolve("hooks/homelabc"), lab, "build").exitCode()).isZero();
    assertThat(commit()).contains("Passed").doesNotContain("Failed");
    assertThat(committed()).isTrue();

    write("notes.txt", "no business of the hooks\n");
    assertThat(commit()).contains("Skipped").doesNotContain("Passed");
  }

  private boolean committed() {
    return run("git", lab, "rev-parse", "-q", "--verify", "HEAD").exitCode() == 0;
  }

  /// What git and the hooks say to a commit of all there is.
  private String commit() {
    git(lab, "add", ".");
    var result = run("git", lab, "commit", "-qm", "Change");
    return result.out() + result.err();
  }

  private void git(Path where, String... arguments) {
    var result = run("git", where, arguments);
    assertThat(result.exitCode()).as("%s", result).isZero();
  }

  private Consumer.Result run(String program, Path where, String... arguments) {
    return Consumer.require(program).run(where, environment, "", List.of(arguments));
  }

  private Consumer.Result run(Path program, Path where, String... arguments) {
    return new Consumer(program).run(where, environment, "", List.of(arguments));
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(lab.resolve(path), text);
  }
}
