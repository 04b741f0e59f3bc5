package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import dev.homelabc.diagnostic.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plans against what a real git has.
class PlanCommandTest {
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

  @TempDir private Path root;
  private Path lab = Path.of("");
  private Consumer git = Consumer.require("git");
  private String out = "";
  private String err = "";

  @BeforeEach
  void begin() throws IOException {
    lab = Files.createDirectories(root.resolve("labs/home"));
    git("init", "-q", "-b", "main");
  }

  @Test
  void comparesTheWorkingCopyWithTheLastCommit() throws IOException {
    write("home.lab", NETWORK + vm("web", "1GiB"));
    commit();
    assertThat(plan()).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("nothing changes\n");

    write("home.lab", NETWORK + vm("web", "4GiB"));

    assertThat(plan()).isEqualTo(Exit.FINE);
    assertThat(out).startsWith("vm web on box: restart\n  ~ memory 1GiB -> 4GiB\n");
    assertThat(err).isEmpty();
  }

  @Test
  void comparesTwoCommitsWhateverLiesHere() throws IOException {
    write("home.lab", NETWORK + vm("web", "1GiB"));
    commit();
    write("home.lab", NETWORK + vm("web", "3GiB"));
    commit();
    git("tag", "v2");
    write("home.lab", "vm vm vm");

    assertThat(plan("HEAD~1", "--to", "v2")).isEqualTo(Exit.FINE);
    assertThat(out).contains("memory 1GiB -> 3GiB");
    assertThat(plan("v2", "--to", "main^")).isEqualTo(Exit.FINE);
    assertThat(out).contains("memory 3GiB -> 1GiB");
  }

  @Test
  void takesAllFilesOfTheFolderAndWhatTheyImportFromTheCommit() throws IOException {
    write("../shared.lab", "profile small {\n  vcpu 1\n  memory 1GiB\n}\n");
    write("a.lab", "import \"../shared.lab\"\n" + NETWORK);
    write("b.lab", vm("web", "1GiB").replace("  memory 1GiB\n  vcpu 1\n", "  profile small\n"));
    commit();
    write("../shared.lab", "profile small {\n  vcpu 2\n  memory 1GiB\n}\n");

    assertThat(plan()).isEqualTo(Exit.FINE);
    assertThat(out).startsWith("vm web on box: restart\n  ~ vcpu 1 -> 2\n");
  }

  @Test
  void takesTheLockOfTheCommit() throws IOException {
    write("home.lab", NETWORK + vm("web", "1GiB").replace("10.0.20.10", "auto"));
    write("homelab.lock", "web ip 10.0.20.77\nweb mac 02:00:00:00:20:77\n");
    commit();
    write("homelab.lock", "web ip 10.0.20.78\nweb mac 02:00:00:00:20:77\n");

    plan();

    assertThat(out).contains("ip 10.0.20.77 -> 10.0.20.78");
  }

  @Test
  void takesOneFileWhereALabIsOne() throws IOException {
    write("home.lab", NETWORK + vm("web", "1GiB"));
    write("other.lab", "vm vm vm");
    commit();
    write("home.lab", NETWORK + vm("web", "4GiB"));

    assertThat(run("plan", "--lab", lab.resolve("home.lab").toString())).isEqualTo(Exit.FINE);
    assertThat(out).contains("memory 1GiB -> 4GiB");
  }

  @Test
  void failsWith3WhereDataIsLost() throws IOException {
    var volume = vm("db", "1GiB").replace("}", "  volume data {\n    size 9GiB\n  }\n}");
    write("home.lab", NETWORK + volume);
    commit();
    write("home.lab", NETWORK + volume.replace("9GiB", "8GiB"));

    assertThat(plan()).isEqualTo(Exit.LOSES);
    assertThat(out).endsWith("data is lost: vm db\n");
    assertThat(plan("--format", "json")).isEqualTo(Exit.LOSES);
    assertThat(out).startsWith("{\n  \"destructive\" : true,");
  }

  @Test
  void comparesTwoFoldersWithoutGit() throws IOException {
    var other = Files.createDirectories(root.resolve("labs/other"));
    write("home.lab", NETWORK + vm("web", "1GiB"));
    Files.writeString(other.resolve("x.lab"), NETWORK + vm("web", "3GiB"));

    assertThat(run("plan", lab.toString(), "--to", other.toString())).isEqualTo(Exit.FINE);
    assertThat(out).contains("memory 1GiB -> 3GiB");
  }

  @Test
  void aLabThatTheCommitDoesNotHaveIsNew() throws IOException {
    Files.writeString(root.resolve("README.md"), "Nothing yet.");
    commit();
    write("home.lab", NETWORK + vm("web", "1GiB"));

    assertThat(plan()).isEqualTo(Exit.FINE);

    assertThat(err).isEqualTo("there is no lab in `" + lab + "` at `HEAD`: all of it is new\n");
    assertThat(out).contains("host box: new, manual step\n", "vm web on box: new\n");
  }

  @Test
  void saysWhatIsWrongWithTheBase() throws IOException {
    write("home.lab", NETWORK + vm("web", "1GiB").replace("vcpu", "vpcu"));
    commit();
    write("home.lab", NETWORK + vm("web", "1GiB"));

    assertThat(plan()).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .contains("error[unknown-property]", "--> labs/home/home.lab:")
        .endsWith("`HEAD`, the lab to start from, has errors: nothing can be planned\n");
  }

  @Test
  void saysWhatIsWrongWithTheWorkingCopy() throws IOException {
    write("home.lab", NETWORK + vm("web", "1GiB"));
    commit();
    write("home.lab", NETWORK + vm("web", "1GiB").replace("vcpu", "vpcu"));

    assertThat(plan()).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .contains("error[unknown-property]")
        .endsWith("the lab has errors: nothing can be planned\n");
  }

  @Test
  void saysThatACommitIsUnknown() throws IOException {
    write("home.lab", NETWORK);
    assertThat(plan()).isEqualTo(Exit.USAGE);
    assertThat(err)
        .isEqualTo(
            """
            error: `HEAD` is no path and no commit of this repository
              = help: `git log --oneline --all` shows its commits
            """);
    commit();

    assertThat(plan("v9")).isEqualTo(Exit.USAGE);
    assertThat(err).startsWith("error: `v9` is no path and no commit of this repository\n");
    assertThat(plan("HEAD", "--to", "v9")).isEqualTo(Exit.USAGE);
    assertThat(out).isEmpty();
  }

  @Test
  void saysThatAFolderIsInNoRepository(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("home.lab"), NETWORK);

    assertThat(run("plan", "--lab", elsewhere.toString())).isEqualTo(Exit.USAGE);
    assertThat(err)
        .isEqualTo(
            """
            error: `HEAD` is no path, and `%s` is in no git repository
              = help: name the folder or the file to compare with: `homelabc plan FOLDER`
            """
                .formatted(elsewhere));
  }

  @Test
  void saysThatGitIsNotThere() throws IOException {
    write("home.lab", NETWORK);
    var versions = new Versions(lab, "no-such-git-anywhere");

    assertThat(versions.find("HEAD"))
        .isEqualTo(
            new Versions.Found.Nothing(
                Message.of("`{0}` is no path, and git, which may know it, cannot be run", "HEAD"),
                Message.of("name a folder or a file, or install git")));
    assertThat(versions.find(lab.toString())).isInstanceOf(Versions.Found.Version.class);
  }

  @Test
  void refusesANameThatIsAPathAndACommit() throws IOException {
    write("home.lab", NETWORK);
    commit();
    // The one name that lies in the folder where the tests run.
    git("branch", "pom.xml");

    assertThat(plan("pom.xml")).isEqualTo(Exit.USAGE);
    assertThat(err)
        .startsWith("error: `pom.xml` is a path, and a commit as well\n")
        .contains("`./pom.xml`", "`refs/heads/pom.xml`");
    assertThat(plan("refs/heads/pom.xml")).isEqualTo(Exit.FINE);
  }

  @Test
  void followsALinkInTheCommit() throws IOException {
    write("../network.lab", NETWORK + vm("web", "1GiB"));
    Files.createSymbolicLink(lab.resolve("home.lab"), Path.of("../network.lab"));
    commit();
    write("../network.lab", NETWORK + vm("web", "4GiB"));

    assertThat(plan()).isEqualTo(Exit.FINE);
    assertThat(out).contains("memory 1GiB -> 4GiB");
  }

  @Test
  void takesNoNameForAnOptionOfGit() throws IOException {
    write("home.lab", NETWORK);
    commit();

    assertThat(new Git(lab, "git").commit("--all")).isEmpty();
    assertThat(new Git(lab, "git").commit("HEAD")).isPresent();
  }

  private static String vm(String name, String memory) {
    return """
    vm %s {
      vlan services
      ip 10.0.20.10
      memory %s
      vcpu 1
    }
    """
        .formatted(name, memory);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(lab.resolve(file), text);
  }

  private void commit() {
    git("add", "-A");
    git("commit", "-q", "-m", "change");
  }

  private Consumer.Result git(String... arguments) {
    var result = git.run(root, ALONE, "", List.of(arguments));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private int plan(String... arguments) {
    var all = new ArrayList<>(List.of("plan", "--lab", lab.toString()));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    var result = new StringWriter();
    var remarks = new StringWriter();
    int code = Main.run(arguments, new Terminal(new PrintWriter(result), new PrintWriter(remarks)));
    out = result.toString();
    err = remarks.toString();
    return code;
  }
}
