package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people each change a lab whose output is in git, and git merges them.
class GitSetupTest {
  private static final String NETWORK =
      """
      host box {
        lan {
          address 192.168.0.15/24
        }
      }
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
  private Path lab = Path.of("");
  private Path program = Path.of("");
  private final Consumer git = Consumer.require("git");
  private String out = "";
  private String err = "";

  @BeforeEach
  void begin() throws IOException {
    program = Files.writeString(folder.resolve("homelabc"), launcher());
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    var repository = Files.createDirectories(folder.resolve("a repository"));
    lab = Files.createDirectories(repository.resolve("my lab"));
    git(0, "init", "-q", "-b", "main", "..");
    Files.writeString(lab.resolve("network.lab"), NETWORK);
    Files.writeString(lab.resolve(".gitattributes"), "*.png binary");
    add("mail", 10);
  }

  private static String launcher() {
    return "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.homelabc.cli.Main \"$@\"\n"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"));
  }

  @Test
  void twoBranchesThatEachAddAVmMergeToWhatAFreshBuildGives() throws IOException {
    setUp();
    git(0, "switch", "-q", "-c", "wiki");
    add("wiki", 11);
    git(0, "switch", "-q", "main");
    add("web", 12);

    git(0, "merge", "-q", "--no-edit", "wiki");

    assertCommittedIsFresh("mail", "web", "wiki");
  }

  @Test
  void aConflictInTheLabIsResolvedByHandAndTheOutputByTheCommit() throws IOException {
    setUp();
    git(0, "switch", "-q", "-c", "theirs");
    Files.writeString(lab.resolve("network.lab"), NETWORK.replace("0.15", "0.16"));
    add("wiki", 11);
    git(0, "switch", "-q", "main");
    Files.writeString(lab.resolve("network.lab"), NETWORK.replace("0.15", "0.17"));
    add("web", 12);

    git(1, "merge", "-q", "--no-edit", "theirs");
    assertThat(git(0, "diff", "--name-only", "--diff-filter=U")).isEqualTo("my lab/network.lab\n");
    Files.writeString(lab.resolve("network.lab"), NETWORK.replace("0.15", "0.18"));
    git(0, "add", "network.lab");
    git(0, "commit", "-q", "--no-edit");

    assertCommittedIsFresh("mail", "web", "wiki");
    assertThat(Files.readString(lab.resolve("out/hosts/box/network.nix"))).contains("192.168.0.18");
  }

  @Test
  void aMergeThatBreaksALawIsNotCommitted() throws IOException {
    setUp();
    git(0, "switch", "-q", "-c", "theirs");
    add("wiki", 11);
    git(0, "switch", "-q", "main");
    add("web", 11);

    git(1, "merge", "-q", "--no-edit", "theirs");

    assertThat(err).contains("error[duplicate-ip]");
    assertThat(git(0, "log", "--merges", "--oneline")).isEmpty();
  }

  @Test
  void aVmThatOneSideRemovesIsGoneAfterTheMerge() throws IOException {
    setUp();
    git(0, "switch", "-q", "-c", "less");
    Files.delete(lab.resolve("mail.lab"));
    assertThat(run("build", lab.toString())).isEqualTo(Exit.FINE);
    commit();
    git(0, "switch", "-q", "main");
    add("web", 12);

    git(0, "merge", "-q", "--no-edit", "less");

    assertThat(lab.resolve("out/vms/mail.nix")).doesNotExist();
    assertThat(run("build", "--check", lab.toString())).isEqualTo(Exit.FINE);
  }

  @Test
  void aFastForwardIsTakenAsItIs() throws IOException {
    setUp();
    git(0, "switch", "-q", "-c", "ahead");
    add("wiki", 11);
    var theirs = git(0, "rev-parse", "HEAD");
    git(0, "switch", "-q", "main");

    git(0, "merge", "-q", "ahead");

    assertThat(git(0, "rev-parse", "HEAD")).isEqualTo(theirs);
  }

  @Test
  void saysWhatItWroteOnceAndKeepsTheLinesOfOthers() throws IOException {
    setUp();
    var attributes = Files.readString(lab.resolve(".gitattributes"));
    assertThat(attributes)
        .startsWith("*.png binary\n# homelabc git-setup: begin\nout/** linguist-generated ")
        .endsWith("# homelabc git-setup: end\n");
    assertThat(out).contains("wrote ", "/.gitattributes\n", "pre-merge-commit\n", "pre-commit\n");

    setUp();
    assertThat(Files.readString(lab.resolve(".gitattributes"))).isEqualTo(attributes);
    assertThat(out).doesNotContain("wrote");
  }

  @Test
  void aHookOfSomebodyElseStaysAndIsToldWhatToDo() throws IOException {
    var hook = lab.resolve("../.git/hooks/pre-commit").normalize();
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\nexit 0\n");

    setUp();

    assertThat(hook).content().isEqualTo("#!/bin/sh\nexit 0\n");
    assertThat(out)
        .contains(" is yours; for merges, add to it:\n", "  git add -A -- 'my lab/out'\n");
  }

  @Test
  void shellcheckHasNothingToSayAboutTheHooks() {
    setUp();
    var hooks = lab.resolve("../.git/hooks").normalize();
    for (var hook : List.of("pre-merge-commit", "post-merge", "pre-commit")) {
      assertThat(Consumer.require("shellcheck").run(hooks.resolve(hook).toString()).out())
          .isEmpty();
    }
  }

  @Test
  void aFolderInNoRepositoryIsRefused() throws IOException {
    var outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("network.lab"), NETWORK);

    assertThat(run("git-setup", outside.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("` is in no Git repository\n");
    assertThat(outside.resolve(".gitattributes")).doesNotExist();
  }

  /// What is committed is what a build in an empty folder writes, and nothing is left to commit.
  private void assertCommittedIsFresh(String... vms) throws IOException {
    assertThat(git(0, "status", "--porcelain")).isEmpty();
    assertThat(git(0, "log", "-1", "--format=%P").strip()).contains(" ");
    var committed = tree(lab.resolve("out"));
    var fresh = folder.resolve("fresh");
    assertThat(run("build", lab.toString(), "-o", fresh.toString())).isEqualTo(Exit.FINE);
    assertThat(committed).isEqualTo(tree(fresh));
    for (var vm : vms) {
      assertThat(committed).containsKey("vms/" + vm + ".nix");
    }
    assertThat(git(0, "ls-files", "out").lines().count()).isEqualTo(committed.size());
  }

  private static SortedMap<String, String> tree(Path root) throws IOException {
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(root)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private void setUp() {
    assertThat(run("git-setup", lab.toString(), "--program", "'" + program + "'"))
        .isEqualTo(Exit.FINE);
    commit();
  }

  /// Adds a VM in a file of its own, builds and commits.
  private void add(String vm, int number) throws IOException {
    Files.writeString(
        lab.resolve(vm + ".lab"),
        """
        vm %s {
          vlan services
          ip 10.0.20.%d
          mac 02:00:00:00:20:%d
          vcpu 1
          memory 1GiB
        }
        """
            .formatted(vm, number, number));
    assertThat(run("build", lab.toString())).isEqualTo(Exit.FINE);
    commit();
  }

  private void commit() {
    git(0, "add", "-A", ".");
    git(0, "commit", "-q", "--allow-empty", "-m", "change");
  }

  private String git(int code, String... arguments) {
    var result = git.run(lab, ALONE, "", List.of(arguments));
    err = result.err();
    assertThat(result.exitCode()).as(result.err()).isEqualTo(code);
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
