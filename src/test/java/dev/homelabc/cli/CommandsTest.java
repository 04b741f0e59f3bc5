package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.adopt.AdoptCodes;
import dev.homelabc.compiler.Codes;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.diagnostic.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands as a person runs them, on a folder of their own.
class CommandsTest {
  @Test
  void referencePrintsTheManualOfOneKind() {
    assertThat(run("reference", "vlan")).isEqualTo(Exit.FINE);
    assertThat(out).startsWith("vlan NAME { … }\n").contains("\n  mtu VALUE\n");
    assertThat(out).doesNotContain("host NAME");
  }

  @Test
  void referencePrintsTheWholeManualInEachFormat() {
    run("reference");
    assertThat(out).contains("\nvlan NAME { … }\n", "\nhost NAME { … }\n");
    run("reference", "--format", "markdown");
    assertThat(out).startsWith("# ").contains("\n## vlan\n", "\n## host\n");
    run("reference", "--format", "json");
    assertThat(out).startsWith("{").contains("\"name\" : \"vlan\"");
  }

  @Test
  void referencePrintsWhatEachHypervisorCanDoInEachFormat() {
    assertThat(run("reference", "hypervisors")).isEqualTo(Exit.FINE);
    assertThat(out).contains("qemu", "\nread-only 9p shares ").endsWith("at `71beea0`.\n");
    run("reference", "hypervisors", "--format", "markdown");
    assertThat(out)
        .startsWith("# Hypervisors\n")
        .contains("\n| PCI devices | yes | yes | refused |");
    run("reference", "hypervisors", "--format", "json");
    assertThat(out).startsWith("{").contains("\"firecracker\" : \"refused\"");
  }

  @Test
  void buildWritesNothingWhereAModuleIsNotInTheOutput() throws IOException {
    lab(NETWORK + vm("web", 10).replace("{\n", "{\n  module modules/web.nix\n"));

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .startsWith("error: module `modules/web.nix` of `")
        .contains("` is not in `" + folder.resolve("out") + "`\n")
        .endsWith("nothing was written\n");
    assertThat(folder.resolve("out")).doesNotExist();

    Files.createDirectories(folder.resolve("out/modules"));
    Files.writeString(folder.resolve("out/modules/web.nix"), "{ }");
    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(files("out").get("vms/web.nix")).contains("imports = [ ../modules/web.nix ];");
  }

  @Test
  void referenceOfAnUnknownKindSuggestsTheNearest() {
    assertThat(run("reference", "vlna")).isEqualTo(Exit.USAGE);
    assertThat(out).isEmpty();
    assertThat(err).isEqualTo("there is no kind `vlna`; did you mean `vlan`?\n");
    assertThat(run("reference", "--format", "pdf")).isEqualTo(Exit.USAGE);
    assertThat(err).contains("`pdf` is not among the formats text, markdown, json");
  }

  @Test
  void showPrintsEverythingOfAName() throws IOException {
    lab(NETWORK + vm("web", 10) + "deployment web {\n  image nginx:1.29\n}\n");

    run("show", "web", "--lab", folder.toString());

    assertThat(out)
        .startsWith("vm web {\n  on box\n")
        .contains("  tap vm-web\n", "}\n\ndeployment web {\n  image nginx:1.29\n");
  }

  @Test
  void showSaysWhereALineComesFrom() throws IOException {
    var file = lab(NETWORK + vm("web", 10));

    assertThat(run("show", "web", "--origins", "--lab", file.toString())).isEqualTo(Exit.FINE);

    assertThat(out).contains("  tap vm-web # default\n").contains("lab:7\n");
    assertThat(err).isEmpty();
  }

  @Test
  void showPrintsAllReplicasOrOne() throws IOException {
    lab(NETWORK + vm("web", 10).replace("{\n", "{\n  replicas 2\n"));

    run("show", "web", "--lab", folder.toString());
    assertThat(out).contains("vm web-01 {", "ip 10.0.20.10\n", "vm web-02 {", "ip 10.0.20.11\n");
    run("show", "web-02", "--lab", folder.toString());
    assertThat(out).startsWith("vm web-02 {").doesNotContain("web-01");
  }

  @Test
  void showOfAnUnknownNameSuggestsTheNearest() throws IOException {
    lab(NETWORK + vm("vault", 10));

    assertThat(run("show", "vautl", "--lab", folder.toString())).isEqualTo(Exit.FINDINGS);

    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo("`vautl` is the name of nothing in this lab; did you mean `vault`?\n");
  }

  @Test
  void showPrintsATextWithACharacterThatWasLost() throws IOException {
    lab(NETWORK + vm("web", 10).replace("vcpu 1", "description \"caf\ufffd\"\n  vcpu 1"));

    assertThat(run("show", "web", "--lab", folder.toString())).isEqualTo(Exit.FINDINGS);

    assertThat(out).contains("  description \"caf?\"\n");
    assertThat(err).contains("error[invalid-utf8]");
  }

  @Test
  void showSaysWhatBecomesOfAVmAtAnotherPlace() throws IOException {
    lab(NETWORK + vm("web", 10) + "openshift shop\n");

    assertThat(run("show", "web", "--on", "shop", "--lab", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out)
        .startsWith("`web`: host `box` → OpenShift project `shop`\n")
        .contains("\nnot carried\n  vlan services\n", "\nto be added\n  on shop\n");
    assertThat(err).isEmpty();

    run("show", "web", "--on", "shop", "--lab", folder.toString(), "--lang", "ko");
    assertThat(out).contains("\n옮겨지지 않음\n  vlan services\n");
  }

  @Test
  void showFailsWhereAMoveWouldBringErrors() throws IOException {
    lab(NETWORK + vm("web", 10) + "host rack {\n  memory 2GiB\n}\n");

    assertThat(run("show", "web", "--on", "rack", "--lab", folder.toString()))
        .isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("\nwhat would be found then\n  error[memory-overcommit]\n");

    assertThat(run("show", "web", "--on", "rick", "--lab", folder.toString()))
        .isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err).isEqualTo("`rick` is no host or project; did you mean `rack`?\n");
  }

  @Test
  void showPrintsWhatALabWithErrorsComesTo() throws IOException {
    lab(NETWORK + vm("web", 10).replace("vcpu", "vpcu"));

    assertThat(run("show", "web", "--lab", folder.toString())).isEqualTo(Exit.FINDINGS);

    assertThat(out).startsWith("vm web {").contains("ip 10.0.20.10\n");
    assertThat(err).contains("error[unknown-property]");
  }

  private static final String NETWORK =
      """
      host box
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  @Test
  void buildWritesWhatChangedAndTheSecondRunNothing() throws IOException {
    lab(NETWORK + vm("web", 10));

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).contains("└── web.nix\n").contains(" written, 0 unchanged, 0 removed in ");
    assertThat(err).isEmpty();
    var first = files("out");
    assertThat(first).containsKey("vms/web.nix");

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out)
        .isEqualTo(
            "0 written, %d unchanged, 0 removed in %s\n"
                .formatted(first.size() - 1, folder.resolve("out")));
    assertThat(files("out")).isEqualTo(first);
  }

  @Test
  void checkShowsTheFirstHundredFindingsAndCountsAll() throws IOException {
    lab("x ]; ".repeat(10_000));

    assertThat(run("check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out + err).contains("and 19900 more, not shown").contains("20000 errors");
    assertThat((out + err).lines().filter(it -> it.startsWith("error["))).hasSize(100);
  }

  @Test
  void buildTakesOneFileAndWritesBesideIt() throws IOException {
    var file = lab(NETWORK + vm("web", 10));
    write("broken.lab", "vm {");

    assertThat(run("build", file.toString())).isEqualTo(Exit.FINE);
    assertThat(files("out")).containsKey("vms/web.nix");
  }

  @Test
  void buildWritesToTheFolderThatItIsTold() throws IOException {
    lab(NETWORK + vm("web", 10));
    var elsewhere = folder.resolve("a/b");

    assertThat(run("build", folder.toString(), "-o", elsewhere.toString())).isEqualTo(Exit.FINE);
    assertThat(files("a/b")).containsKey("vms/web.nix");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void buildRemovesTheFileOfAVmThatIsGone() throws IOException {
    lab(NETWORK + vm("web", 10) + vm("db", 11));
    run("build", folder.toString());
    lab(NETWORK + vm("web", 10));

    assertThat(run("build", folder.toString(), "--target", "nix")).isEqualTo(Exit.FINE);
    assertThat(out).contains("db.nix (removed)").contains(", 1 removed in ");
    assertThat(files("out")).containsKey("vms/web.nix").doesNotContainKey("vms/db.nix");
  }

  @Test
  void buildOfOneTargetLeavesTheFilesOfOthersAlone() throws IOException {
    var cluster = "cluster k {\n  kind kubeadm\n  control-plane web\n}\n";
    lab(NETWORK + vm("web", 10) + cluster);
    run("build", folder.toString());
    var before = files("out/kubernetes");
    assertThat(before).isNotEmpty();
    lab(NETWORK + vm("web", 10));

    assertThat(run("build", folder.toString(), "--target", "nix")).isEqualTo(Exit.FINE);
    assertThat(files("out/kubernetes")).isEqualTo(before);
    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(folder.resolve("out/kubernetes")).doesNotExist();
  }

  @Test
  void buildOfALabWithErrorsWritesNothing() throws IOException {
    lab(NETWORK + vm("web", 10));
    run("build", folder.toString());
    var before = files("out");
    lab(NETWORK + vm("web", 10) + vm("db", 10));

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .contains("error[duplicate-ip]: ", "error[duplicate-mac]: ")
        .endsWith("2 errors\nnothing was written\n");
    assertThat(files("out")).isEqualTo(before);
  }

  @Test
  void buildWithWarningsWritesAndShowsThem() throws IOException {
    lab("host box {\n  lan { address 192.168.0.15/24 }\n}\n");

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(err).startsWith("warning[lan-without-uplink]: ").endsWith("1 warning\n");
    assertThat(files("out")).containsKey("flake.nix");
  }

  @Test
  void buildLeavesAFileAloneThatItDidNotWrite() throws IOException {
    lab(NETWORK + vm("web", 10));
    write("out/flake.nix", "mine");

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .isEqualTo(
            """
            error: `%s` is a file that homelabc did not write
              = help: move or delete it, then build again
            nothing was written
            """
                .formatted(folder.resolve("out/flake.nix")));
    assertThat(files("out")).hasSize(1).containsEntry("flake.nix", "mine");
  }

  @Test
  void buildLeavesTheOutputOfAnotherLabAlone() throws IOException {
    lab("lab attic\n" + NETWORK + vm("web", 10));
    run("build", folder.toString());
    var before = files("out");
    lab("lab cellar\n" + NETWORK + vm("db", 11));

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINDINGS);
    var out = folder.resolve("out");
    assertThat(err)
        .isEqualTo(
            """
            error: `%s` holds the output of the lab `attic`, not of `cellar`
              = help: give this lab a folder of its own with `-o DIR`
              = help: if it was renamed, write its new name into `%s`
            nothing was written
            """
                .formatted(out, out.resolve(".homelabc/manifest.json")));
    assertThat(files("out")).isEqualTo(before);

    var manifest = out.resolve(".homelabc/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("attic", "cellar"));
    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(files("out")).containsKey("vms/db.nix").doesNotContainKey("vms/web.nix");
  }

  @Test
  void buildLeavesAnEditedFileAlone() throws IOException {
    lab(NETWORK + vm("web", 10));
    run("build", folder.toString());
    write("out/vms/web.nix", "edited");
    var before = files("out");
    lab(NETWORK + vm("web", 12));

    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .contains(
            "`" + folder.resolve("out/vms/web.nix") + "` is generated by homelabc, but edited")
        .contains("= help: build with `--force`, which keeps your edit beside it as `.orig`");
    assertThat(files("out")).isEqualTo(before);
  }

  @Test
  void checkShowsFindingsAsItsResult() throws IOException {
    lab(NETWORK + vm("web", 10) + vm("db", 10));

    assertThat(run("check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("error[duplicate-ip]: ").endsWith("2 errors\n");
    assertThat(err).isEmpty();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void checkSaysThatThereIsNothingToSay() throws IOException {
    lab(NETWORK);
    write("vms.lab", vm("web", 10));

    assertThat(run("check", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("no findings in 2 files\n");
  }

  @Test
  void checkLetsWarningsPass() throws IOException {
    lab("vlan home {\n  id 1\n  subnet 10.0.20.0/24\n}\n");

    assertThat(run("check", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).contains("warning[default-vlan]: ").endsWith("1 warning\n");
  }

  @Test
  void checkStrictlyFailsForWarningsAndNotForWhatIsAllowed() throws IOException {
    var vlan = "vlan one {\n  id 1\n  subnet 10.0.20.0/24\n}\n";
    lab(vlan);

    assertThat(run("check", "--strict", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("1 warning\nwarnings fail with `--strict`\n");
    assertThat(run("build", "--strict", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err).endsWith("warnings fail with `--strict`\nnothing was written\n");
    assertThat(folder.resolve("out")).doesNotExist();

    lab("# allow default-vlan: no switch\n" + vlan);
    assertThat(run("check", "--strict", folder.toString())).isEqualTo(Exit.FINE);
  }

  @Test
  void checkPrintsEachFormatAloneWithTheSameExitCode() throws IOException {
    for (var format : Format.all()) {
      lab("host box\n");
      assertThat(run("check", "--format", format.word(), folder.toString())).isEqualTo(Exit.FINE);
      assertThat(err).isEmpty();
      lab("host box {\n  memory 1GB\n  vcpu 3\n}\n");
      assertThat(run("check", "--format", format.word(), folder.toString()))
          .isEqualTo(Exit.FINDINGS);
      assertThat(out).contains("unknown-property");
      assertThat(err).isEmpty();
    }
  }

  @Test
  void checkFixesAndReportsTheRestInAFormat() throws IOException {
    var file = lab("host box {\n  memory 1GB\n  vcpu 3\n}\n");

    assertThat(run("check", "--fix", "--format", "line", file.toString())).isEqualTo(Exit.FINDINGS);

    assertThat(Files.readString(file)).contains("memory 1GiB");
    assertThat(out.lines()).singleElement().asString().contains(": error[unknown-property]: ");
    assertThat(err).startsWith("fixed 1 finding in ");
  }

  @Test
  void checkRefusesFormatsThatMakeNoSense() throws IOException {
    lab("host box\n");
    assertThat(run("check", "--fix", "--dry-run", "--format", "json", folder.toString()))
        .isEqualTo(Exit.USAGE);
    assertThat(err).contains("`--dry-run` prints a patch");
    assertThat(run("check", "--format", "xml", folder.toString())).isEqualTo(Exit.USAGE);
    assertThat(err).contains("`xml` is not among the formats text, line, json, sarif, github");
  }

  @Test
  void checkCountsWhatTheLabAllows() throws IOException {
    var lab = "# allow default-vlan: no switch\nvlan one {\n  id 1\n  subnet 10.0.20.0/24\n}\n";
    lab(lab);

    assertThat(run("check", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("no findings in 1 file, 1 allowed\n");

    lab(lab + "host box {\n  lan { address 192.168.0.15/24 }\n}\n");
    run("check", folder.toString());
    assertThat(out).endsWith("1 warning, 1 allowed\n");
  }

  @Test
  void aFileThatNobodyWroteByHandIsRefusedUnread() throws IOException {
    var file = write("big.lab", "#".repeat(LabFiles.LARGEST + 1));

    assertThat(run("check", file.toString())).isNotEqualTo(Exit.FINE);
    assertThat(err).isEqualTo("error: cannot read `" + file + "`: it is larger than 4 MiB\n");

    write("big.lab", "#".repeat(LabFiles.LARGEST));
    assertThat(run("check", file.toString())).isEqualTo(Exit.FINE);
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws IOException {
    var absent = folder.resolve("absent");
    assertThat(run("build", absent.toString())).isEqualTo(Exit.IO);
    assertThat(err).isEqualTo("error: cannot read `" + absent + "`: it does not exist\n");
    assertThat(out).isEmpty();

    assertThat(run("check", folder.toString())).isEqualTo(Exit.IO);
    assertThat(err).isEqualTo("error: there is no *.lab file in `" + folder + "`\n");
  }

  @Test
  void checkShowsWhereAFileIsNotUtf8AndAllElse() throws IOException {
    var old = folder.resolve("old.lab");
    Files.write(old, "# caf\u00e9\nhost box\nvlan a { }\n".getBytes(StandardCharsets.ISO_8859_1));
    write("vms.lab", vm("web", 10));

    assertThat(run("check", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out)
        .contains("error[invalid-utf8]: the file is not UTF-8: it has the byte `E9`\n")
        .contains(old + ":1:6\n")
        .contains("error[missing-property]: ", "error[unknown-name]: ");
    assertThat(err).isEmpty();
  }

  @Test
  void aPipeIsNoLabAndKeepsNobodyWaiting() throws IOException {
    lab(NETWORK);
    var pipe = folder.resolve("pipe.lab");
    Consumer.require("mkfifo").run(pipe.toString());

    assertThat(run("check", folder.toString())).isEqualTo(Exit.IO);
    assertThat(err).isEqualTo("error: cannot read `" + pipe + "`: it is not a regular file\n");
    assertThat(run("build", pipe.toString())).isEqualTo(Exit.IO);
    assertThat(run("fmt", folder.toString())).isEqualTo(Exit.IO);
  }

  @Test
  void whatCannotBeWrittenIsSaidInOneSentence() throws IOException {
    lab(NETWORK);
    write("file", "");

    assertThat(run("build", folder.toString(), "-o", folder.resolve("file").toString()))
        .isEqualTo(Exit.IO);
    assertThat(err)
        .isEqualTo("error: cannot write to `" + folder.resolve("file") + "`: it is not a folder\n");
  }

  @Test
  void buildNamesTheTargetsThatThereAre() throws IOException {
    lab(NETWORK);

    assertThat(run("build", folder.toString(), "--target", "docker")).isEqualTo(Exit.USAGE);
    assertThat(err).contains("there is no target `docker`; the targets are ").contains("nix");
    assertThat(err).doesNotContain("Exception");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void explainShowsACodeWithBothExamplesAndWhatToDo() {
    assertThat(run("explain", "duplicate-cid")).isEqualTo(Exit.FINE);
    assertThat(out)
        .startsWith("error[duplicate-cid]\n\nTwo VMs on one host have the same vsock CID.\n")
        .contains("\nThis lab has the finding:\n\n    host box\n")
        .contains("\n`homelabc check` says:\n\n    error[duplicate-cid]: ")
        .contains("= help: ")
        .doesNotContain("= more: ")
        .contains("\nThis one does not:\n\n    host box\n");
  }

  @Test
  void explainListsAllCodes() {
    assertThat(run("explain")).isEqualTo(Exit.FINE);
    assertThat(out.lines())
        .contains("warning[default-vlan] A VLAN has the id 1.")
        .hasSize(Codes.ALL.size() + AdoptCodes.ALL.size());
  }

  @Test
  void explainSaysThatACodeIsOff() {
    run("explain", "no-description");
    assertThat(out).contains("\nIt is off by default; `warn no-description` in the `lab` block");
    run("explain");
    assertThat(out)
        .contains(
            "warning[no-description] A VLAN, host or VM has no description. (off by default)");
  }

  @Test
  void explainSaysThatACodeIsUnknown() {
    assertThat(run("explain", "melted-cheese")).isEqualTo(Exit.USAGE);
    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo("there is no code `melted-cheese`; `homelabc explain` lists them all\n");
  }

  @Test
  void explainNamesTheCodeThatWasMeant() {
    assertThat(run("explain", "ssh-close")).isEqualTo(Exit.USAGE);
    assertThat(err).isEqualTo("there is no code `ssh-close`; did you mean `ssh-closed`?\n");
  }

  @Test
  void goldenComparesTheCasesOfAFolder() throws IOException {
    write("golden/syntax/box.lab", "host box\n");
    write("golden/syntax/box.txt", "host box\n" + "-".repeat(80) + "\nno findings\n");
    assertThat(run("golden", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("1 cases, 0 deviations\n");

    write("golden/syntax/box.txt", "host box\n" + "-".repeat(80) + "\nall is well\n");
    assertThat(run("golden", folder.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(out).contains("-all is well\n+no findings\n").endsWith("1 cases, 1 deviations\n");
    assertThat(files("golden").get("syntax/box.txt")).contains("all is well");
  }

  private Path lab(String text) throws IOException {
    return write("home.lab", text);
  }

  private Path write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /// The files below a folder, by their paths relative to it.
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

  private static String vm(String name, int number) {
    return """
    vm %s {
      vlan services
      ip 10.0.20.%d
      mac 02:00:00:00:20:%d
      vcpu 1
      memory 1GiB
    }
    """
        .formatted(name, number, number);
  }

  /// Runs a command where nobody watches. No command answers a mistake with a stack trace.
  private int run(String... args) {
    var outText = new StringWriter();
    var errText = new StringWriter();
    int code = Main.run(args, new Terminal(new PrintWriter(outText), new PrintWriter(errText)));
    out = outText.toString();
    err = errText.toString();
    assertThat(err).doesNotContain("\tat ", "Exception").doesNotContain("\u001b");
    return code;
  }
}
