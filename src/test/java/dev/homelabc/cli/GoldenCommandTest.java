package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Goldens of a person's own lab.
class GoldenCommandTest {
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
  private static final String RACK = LAB.replace("box", "rack").replace("0.15", "0.16");

  @TempDir private Path folder;
  private Language language = Language.ENGLISH;
  private String out = "";
  private String err = "";

  @BeforeEach
  void lab() throws IOException {
    write("home.lab", LAB);
  }

  @Test
  void theFirstAcceptMakesWhatABuildMakesWithoutItsList() throws IOException {
    assertThat(run()).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo(
            "there is no `%1$s/golden` yet: run `homelabc golden --accept %1$s`\n"
                .formatted(folder));
    assertThat(folder.resolve("golden")).doesNotExist();

    assertThat(run("--accept")).isEqualTo(Exit.FINE);
    assertThat(out)
        .contains("written: " + folder.resolve("golden/hosts/box/network.nix") + "\n")
        .endsWith(" written, 0 unchanged, 0 removed in " + folder.resolve("golden") + "\n");
    viaMain("build");
    var built = files("out");
    built.remove(".homelabc/manifest.json");
    assertThat(files("golden")).isEqualTo(built).isNotEmpty();

    assertThat(run()).isEqualTo(Exit.FINE);
    assertThat(out)
        .isEqualTo(
            "`"
                + folder.resolve("golden")
                + "` is what the lab makes; files: "
                + built.size()
                + "\n");
    assertThat(err).isEmpty();
  }

  @Test
  void showsWhatDiffersAndNamesTheCommandThatAccepts() throws IOException {
    write("home.lab", LAB + RACK);
    run("--accept");
    write("home.lab", LAB.replace("0.15", "0.17"));
    Files.delete(folder.resolve("golden/hosts/box/default.nix"));
    var before = files("golden");

    assertThat(run()).isEqualTo(Exit.FINDINGS);
    assertThat(out)
        .contains(
            """
            -        address = [ "192.168.0.15/24" ];
            +        address = [ "192.168.0.17/24" ];
            """);
    assertThat(err)
        .contains("missing: " + folder.resolve("golden/hosts/box/default.nix") + "\n")
        .contains("stale: " + folder.resolve("golden/hosts/box/network.nix") + "\n")
        .contains("no longer made: " + folder.resolve("golden/hosts/rack/default.nix") + "\n")
        .endsWith("; if they should: `homelabc golden --accept " + folder + "`\n");
    assertThat(files("golden")).isEqualTo(before);

    assertThat(run("--accept")).isEqualTo(Exit.FINE);
    assertThat(out).contains("removed: " + folder.resolve("golden/hosts/rack/default.nix") + "\n");
    assertThat(folder.resolve("golden/hosts/rack")).doesNotExist();
    assertThat(run()).isEqualTo(Exit.FINE);
  }

  @Test
  void acceptsOnlyWhatTheFilterMatches() throws IOException {
    write("home.lab", LAB + RACK);
    run("--accept");
    write("home.lab", LAB.replace("0.15", "0.17"));
    var before = files("golden");

    assertThat(run("--accept=hosts/box/*")).isEqualTo(Exit.FINE);
    assertThat(out).contains("golden/hosts/box/network.nix\n").doesNotContain("removed: ");
    var after = files("golden");
    assertThat(after.get("hosts/box/network.nix")).contains("192.168.0.17/24");
    before.keySet().removeIf(it -> it.startsWith("hosts/box/"));
    assertThat(after).containsAllEntriesOf(before);

    assertThat(run("--accept", "golden/**/rack/**")).isEqualTo(Exit.FINE);
    assertThat(folder.resolve("golden/hosts/rack")).doesNotExist();
  }

  @Test
  void takesAPatternThatStartsInAnyFolderAtTheTopToo() {
    assertThat(run("--accept=**/flake.nix")).isEqualTo(Exit.FINE);
    assertThat(out)
        .contains("written: " + folder.resolve("golden/flake.nix") + "\n", "\n1 written");
  }

  @Test
  void refusesAFilterThatIsASlip() {
    assertThat(run("--accept=vsm/*")).isEqualTo(Exit.USAGE);
    assertThat(err).contains("no file in `" + folder.resolve("golden") + "` matches");
    assertThat(run("--accept=vms/[")).isEqualTo(Exit.USAGE);
    assertThat(err).startsWith("`vms/[` is no pattern for paths: ");
    assertThat(folder.resolve("golden")).doesNotExist();
  }

  @Test
  void acceptsNothingWhereCiIsSet() throws IOException {
    assertThat(run(Map.of("CI", ""), "--accept")).isEqualTo(Exit.USAGE);
    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo(
            """
            error: golden files are accepted by people, and the variable `CI` is set
            nothing was written
            """);
    assertThat(folder.resolve("golden")).doesNotExist();

    run("--accept");
    assertThat(run(Map.of("CI", "true"))).isEqualTo(Exit.FINE);
  }

  @Test
  void acceptsNoCaseOfARepositoryWhereCiIsSet() throws IOException {
    Files.delete(folder.resolve("home.lab"));
    write("golden/syntax/box.lab", "host box\n");
    write("golden/syntax/rack.lab", "host rack\n");

    assertThat(run(Map.of("CI", "true"), "--accept")).isEqualTo(Exit.USAGE);
    assertThat(files("golden")).hasSize(2);
    assertThat(run("--accept=syntax/box.*")).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("wrote golden/syntax/box.txt\n");
    assertThat(run()).isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("golden/syntax/rack.txt is missing\n");
  }

  @Test
  void acceptsNothingOfALabWithErrors() throws IOException {
    run("--accept");
    var before = files("golden");
    write("home.lab", LAB.replace("/24", "/42"));

    assertThat(run()).isEqualTo(Exit.FINDINGS);
    assertThat(err).startsWith("error[").endsWith("1 error\n");
    assertThat(run("--accept")).isEqualTo(Exit.FINDINGS);
    assertThat(err).startsWith("error[").endsWith("1 error\nnothing was written\n");
    assertThat(files("golden")).isEqualTo(before);
  }

  @Test
  void asksForTheLockThatABuildWrites() throws IOException {
    write(
        "home.lab",
        LAB
            + """
            vlan services {
              id 20
              subnet 10.0.20.0/24
            }
            vm web {
              vlan services
              ip auto
              vcpu 1
              memory 1GiB
            }
            """);

    assertThat(run("--accept")).isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("`homelab.lock` lacks `ip 10.0.20.1`");
    assertThat(folder.resolve("golden")).doesNotExist();
    assertThat(folder.resolve("homelab.lock")).doesNotExist();
  }

  @Test
  void namesFilesOfOthersAndLeavesThemAlone() throws IOException {
    write("golden/notes.md", "# Mine\n");
    write("golden/flake.nix", "{ }\n");
    var mine = files("golden");

    assertThat(run("--accept")).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .contains("`" + folder.resolve("golden/flake.nix") + "` is a file that homelabc did not")
        .contains("`" + folder.resolve("golden/notes.md") + "` is a file that homelabc did not")
        .contains("  = help: move it out of `" + folder.resolve("golden") + "`, or delete it\n")
        .endsWith("nothing was written\n");
    assertThat(files("golden")).isEqualTo(mine);

    assertThat(run("--accept=hosts/**")).isEqualTo(Exit.FINE);
    assertThat(files("golden")).containsAllEntriesOf(mine).containsKey("hosts/box/network.nix");
    assertThat(run()).isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("in the way: `" + folder.resolve("golden/notes.md") + "`");
  }

  @Test
  void writesThroughNoLink() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createDirectory(folder.resolve("golden"));
    Files.createSymbolicLink(folder.resolve("golden/hosts"), elsewhere);

    assertThat(run("--accept=hosts/box/*")).isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("golden/hosts` is a symbolic link");
    assertThat(elsewhere).isEmptyDirectory();

    Files.delete(folder.resolve("golden/hosts"));
    Files.delete(folder.resolve("golden"));
    Files.createSymbolicLink(folder.resolve("golden"), elsewhere);
    assertThat(viaMain("golden")).isEqualTo(Exit.IO);
    assertThat(err).contains("golden`: it is not a folder");
  }

  @Test
  void aFolderWithNeitherALabNorCasesDoesNotPass() throws IOException {
    Files.delete(folder.resolve("home.lab"));
    write("docs/index.md", "# Docs\n");

    assertThat(viaMain("golden")).isEqualTo(Exit.IO);
    assertThat(err).isEqualTo("error: there is no *.lab file in `" + folder + "`\n");
  }

  @Test
  void aCopyOfTheOutputIsAGolden() throws IOException {
    viaMain("build");
    Files.move(folder.resolve("out"), folder.resolve("golden"));

    assertThat(run()).isEqualTo(Exit.FINE);
  }

  @Test
  void speaksKorean() {
    language = Language.KOREAN;

    run();

    assertThat(err).contains("폴더가 아직 없습니다");
  }

  @Test
  void everyFileThatWeMakeIsKnownAsOurs() throws IOException {
    var examples = Path.of("golden/examples");
    try (var walk = Files.walk(examples)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        var below = examples.relativize(file);
        write("golden/" + below.subpath(1, below.getNameCount()), Files.readString(file));
      }
    }

    assertThat(run()).isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("no longer made: ", "stale: ").doesNotContain("in the way: ");
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private SortedMap<String, String> files(String path) throws IOException {
    var root = folder.resolve(path);
    var texts = new TreeMap<String, String>();
    try (var walk = Files.walk(root)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /// Runs `golden` on the folder, where `CI` is not set.
  private int run(String... options) {
    return run(Map.of(), options);
  }

  private int run(Map<String, String> environment, String... options) {
    return told(terminal ->
        new CommandLine(new GoldenCommand(terminal, environment))
            .setOut(terminal.out())
            .setErr(terminal.err())
            .execute(
                Stream.concat(Stream.of(options), Stream.of(folder.toString()))
                    .toArray(String[]::new)));
  }

  /// Runs a command on the folder as the program does.
  private int viaMain(String command) {
    return told(terminal -> Main.run(new String[] {command, folder.toString()}, terminal));
  }

  private int told(ToIntFunction<Terminal> command) {
    var outText = new StringWriter();
    var errText = new StringWriter();
    int code =
        command.applyAsInt(
            new Terminal(new PrintWriter(outText), new PrintWriter(errText))
                .speaking(() -> language));
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}
