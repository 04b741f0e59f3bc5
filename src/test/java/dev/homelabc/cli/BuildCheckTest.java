package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCheckTest {
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
  private String out = "";
  private String err = "";

  @Test
  void writesNothingAndNamesWhatIsMissing() throws IOException {
    lab(LAB);

    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .contains("missing: " + folder.resolve("out/flake.nix") + "\n")
        .endsWith(" are not up to date: run `homelabc build " + folder + "`\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void showsWhatChangesAndThenWritesIt() throws IOException {
    lab(LAB);
    run("build", folder.toString());
    lab(LAB.replace("0.15", "0.17"));

    assertThat(run("build", "--diff", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out)
        .contains(
            """
            -        address = [ "192.168.0.15/24" ];
            +        address = [ "192.168.0.17/24" ];
            """)
        .containsSubsequence("+++ ", " written, ");
    assertThat(run("build", "--diff", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).startsWith("0 written, ");
  }

  @Test
  void anEditMakesWayOnlyByForceAndIsKept() throws IOException {
    lab(LAB);
    run("build", folder.toString());
    var edited = folder.resolve("out/hosts/box/default.nix");
    var generated = Files.readString(edited);
    Files.writeString(edited, generated + "# mine\n");

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(Files.readString(edited)).endsWith("# mine\n");
    assertThat(run("build", "--force", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(Files.readString(edited)).isEqualTo(generated);
    assertThat(Path.of(edited + ".orig")).content().isEqualTo(generated + "# mine\n");
    assertThat(out).endsWith("\nkept: " + edited + ".orig\n");
    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINE);
  }

  @Test
  void isContentWithWhatABuildWrote() throws IOException {
    lab(LAB);
    run("build", folder.toString());
    var built = files();

    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("`" + folder.resolve("out") + "` is up to date\n");
    assertThat(err).isEmpty();
    assertThat(files()).isEqualTo(built);
  }

  @Test
  void tellsStaleFromEditedFromNoLongerMade() throws IOException {
    lab(LAB + LAB.replace("box", "rack").replace("0.15", "0.16"));
    run("build", folder.toString());
    lab(LAB.replace("0.15", "0.17"));
    var edited = folder.resolve("out/hosts/box/default.nix");
    Files.writeString(edited, Files.readString(edited) + "# mine\n");
    var built = files();

    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out)
        .contains(
            """
            -        address = [ "192.168.0.15/24" ];
            +        address = [ "192.168.0.17/24" ];
            """)
        .contains("-# mine\n");
    assertThat(err)
        .contains("stale: " + folder.resolve("out/hosts/box/network.nix") + "\n")
        .contains(
            "edited by hand: "
                + edited
                + "\n  = help: build with `--force`, which keeps your edit beside it as `.orig`\n")
        .contains("no longer made: " + folder.resolve("out/hosts/rack/default.nix") + "\n");
    assertThat(files()).isEqualTo(built);
  }

  @Test
  void missesTheListOfGeneratedFiles() throws IOException {
    lab(LAB);
    run("build", folder.toString());
    Files.delete(folder.resolve("out/.homelabc/manifest.json"));

    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .isEqualTo(
            """
            missing: %1$s/out/.homelabc/manifest.json
            1 file of `%1$s/out` is not up to date: run `homelabc build %1$s`
            """
                .formatted(folder));
  }

  @Test
  void saysWhatIsInTheWay() throws IOException {
    lab(LAB);
    Files.createDirectories(folder.resolve("out/flake.nix"));

    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .contains("in the way: `" + folder.resolve("out/flake.nix") + "` is a folder")
        .contains("  = help: move or delete the folder, then build again\n");
  }

  @Test
  void leavesTheOutputOfAnotherLabAlone() throws IOException {
    lab("lab attic\n" + LAB);
    run("build", folder.toString());
    lab("lab cellar\n" + LAB);

    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err).contains("holds the output of the lab `attic`, not of `cellar`");
  }

  @Test
  void looksAtTheFolderAndTheTargetsThatItIsTold() throws IOException {
    lab(LAB);
    var elsewhere = folder.resolve("elsewhere").toString();

    run("build", "--check", folder.toString(), "-o", elsewhere);
    assertThat(err).endsWith("run `homelabc build " + folder + " -o " + elsewhere + "`\n");
    assertThat(run("build", "--check", folder.toString(), "--target", "openshift"))
        .isEqualTo(Exit.FINE);
  }

  @Test
  void missesAnEntryOfTheLock() throws IOException {
    lab(
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
    run("build", folder.toString());
    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINE);
    Files.delete(folder.resolve("homelab.lock"));

    assertThat(run("build", "--check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .contains("`homelab.lock` lacks `ip 10.0.20.1`", "run `homelabc build`, and commit");
    assertThat(folder.resolve("homelab.lock")).doesNotExist();
  }

  private void lab(String text) throws IOException {
    Files.writeString(folder.resolve("home.lab"), text);
  }

  private SortedMap<String, String> files() throws IOException {
    var texts = new TreeMap<String, String>();
    try (var walk = Files.walk(folder.resolve("out"))) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        texts.put(file.toString(), Files.readString(file));
      }
    }
    return texts;
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
