package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `homelab.lock` beside a lab, and who writes it.
class LockOnDiskTest {
  private static final String HEADER =
      "# What homelabc has assigned. `homelabc build` keeps this file; commit it.\n";
  private static final String NETWORK =
      """
      host box
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;
  private static final String WEB = vm("web", "auto");
  private static final String WEB_LOCK = "web ip 10.0.20.1\nweb mac 02:00:00:00:20:01\n";

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  @Test
  void buildWritesWhatItAssigned() throws IOException {
    lab(NETWORK + WEB);

    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(lock()).content().isEqualTo(HEADER + WEB_LOCK);
    assertThat(out).endsWith("\n2 assigned, 0 freed in " + lock() + "\n");
    assertThat(Files.readString(folder.resolve("out/vms/web.nix")))
        .contains("10.0.20.1/24", "02:00:00:00:20:01");
  }

  @Test
  void aSecondBuildDoesNotTouchIt() throws IOException {
    lab(NETWORK + WEB);
    run("build");
    var past = FileTime.fromMillis(0);
    Files.setLastModifiedTime(lock(), past);

    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(Files.getLastModifiedTime(lock())).isEqualTo(past);
    assertThat(out).doesNotContain("assigned");
  }

  @Test
  void aLabWithoutAutoHasNone() throws IOException {
    lab(NETWORK + vm("web", "10.0.20.10\n  mac 02:00:00:00:20:10"));

    assertThat(run("build", "--locked")).isEqualTo(Exit.FINE);

    assertThat(lock()).doesNotExist();
  }

  @Test
  void aLabInOneFileHasItBesideThatFile() throws IOException {
    lab(NETWORK + WEB);

    assertThat(runAt(folder.resolve("a.lab"), "build")).isEqualTo(Exit.FINE);

    assertThat(lock()).exists();
  }

  @Test
  void importedFilesBelongToTheLab() throws IOException {
    Files.createDirectory(folder.resolve("shared"));
    Files.writeString(folder.resolve("shared/vms.lab"), WEB);
    lab("import \"shared/vms.lab\"\n\n" + NETWORK);

    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(lock()).content().isEqualTo(HEADER + WEB_LOCK);
    assertThat(folder.resolve("shared/homelab.lock")).doesNotExist();
  }

  @Test
  void checkAndShowAssignInMemory() throws IOException {
    lab(NETWORK + WEB);

    assertThat(run("check")).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("no findings in 1 file\n");
    assertThat(runAt(Path.of("web"), "show", "--lab", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out).contains("  ip 10.0.20.1\n");
    assertThat(run("build", "--check")).isEqualTo(Exit.FINDINGS);

    assertThat(lock()).doesNotExist();
  }

  @Test
  void aBuildWithErrorsLeavesItAlone() throws IOException {
    lab(NETWORK + WEB + "vm db\n");

    assertThat(run("build")).isEqualTo(Exit.FINDINGS);

    assertThat(lock()).doesNotExist();
  }

  @Test
  void aBuildThatIsRefusedLeavesItAlone() throws IOException {
    lab(NETWORK + WEB);
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/flake.nix"), "mine\n");

    assertThat(run("build")).isEqualTo(Exit.FINDINGS);

    assertThat(lock()).doesNotExist();
  }

  @Test
  void lockedFailsAndNamesWhatWouldBeAssigned() throws IOException {
    lab(NETWORK + WEB);

    assertThat(run("build", "--locked")).isEqualTo(Exit.FINDINGS);
    assertThat(err)
        .contains("error[lock-outdated]", "`ip 10.0.20.1`, `mac 02:00:00:00:20:01` of `web`")
        .endsWith("nothing was written\n");
    assertThat(run("check", "--locked")).isEqualTo(Exit.FINDINGS);
    assertThat(folder)
        .isDirectoryContaining(it -> it.endsWith("a.lab"))
        .isDirectoryNotContaining(it -> !it.endsWith("a.lab"));

    run("build");
    assertThat(run("check", "--locked")).isEqualTo(Exit.FINE);
    assertThat(run("build", "--locked")).isEqualTo(Exit.FINE);
  }

  @Test
  void otherLineEndsAreNoChange() throws IOException {
    lab(NETWORK + WEB);
    var text = (HEADER + WEB_LOCK).replace("\n", "\r\n");
    Files.writeString(lock(), text);

    assertThat(run("build", "--locked")).isEqualTo(Exit.FINE);
    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(lock()).content().isEqualTo(text);
  }

  @Test
  void aLinkStaysOne() throws IOException {
    lab(NETWORK + WEB);
    var target = Files.writeString(folder.resolve("elsewhere"), HEADER);
    Files.createSymbolicLink(lock(), target.getFileName());

    assertThat(run("build")).isEqualTo(Exit.FINE);

    assertThat(lock()).isSymbolicLink();
    assertThat(target).content().isEqualTo(HEADER + WEB_LOCK);
  }

  @Test
  void aLockThatIsNoFileIsReported() throws IOException {
    lab(NETWORK + WEB);
    Files.createDirectory(lock());

    assertThat(run("build")).isEqualTo(Exit.IO);

    assertThat(err).isEqualTo("error: cannot read `" + lock() + "`: it is not a regular file\n");
  }

  @Test
  void pruneTakesOutWhatNobodyHas() throws IOException {
    lab(NETWORK + WEB + vm("db", "auto"));
    run("build");
    lab(NETWORK + WEB);
    run("build");
    assertThat(lock()).content().contains("db ip 10.0.20.1 freed\n", "web ip 10.0.20.2\n");

    assertThat(run("lock", "prune", "--dry-run")).isEqualTo(Exit.FINE);
    assertThat(out)
        .isEqualTo(
            "db ip 10.0.20.1 freed\ndb mac 02:00:00:00:20:01 freed\n"
                + "2 entries would be taken out of "
                + lock()
                + "\n");
    assertThat(lock()).content().contains("freed");
    assertThat(run("lock", "prune")).isEqualTo(Exit.FINE);
    assertThat(out).endsWith("2 entries taken out of " + lock() + "\n");
    assertThat(lock())
        .content()
        .isEqualTo(HEADER + "web ip 10.0.20.2\nweb mac 02:00:00:00:20:02\n");
    assertThat(run("lock", "prune")).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo("nothing rests in " + lock() + "\n");
  }

  @Test
  void pruneOfEverythingLeavesNoFile() throws IOException {
    lab(NETWORK + WEB);
    run("build");
    lab(
        NETWORK
            + "vm web {\n"
            + "  vlan services\n"
            + "  ip 10.0.20.9\n"
            + "  mac 02:00:00:00:20:09\n"
            + "  vcpu 1\n"
            + "  memory 1GiB\n"
            + "}\n");

    assertThat(run("lock", "prune")).isEqualTo(Exit.FINE);

    assertThat(lock()).doesNotExist();
  }

  /// A VM with a mistake in it may ask for nothing, and has its address all the same.
  @Test
  void pruneOfALabWithErrorsDoesNothing() throws IOException {
    lab(NETWORK + WEB);
    run("build");
    lab(NETWORK + WEB.replace("vlan services", "vlan service"));

    assertThat(run("lock", "prune")).isEqualTo(Exit.FINDINGS);

    assertThat(err).contains("error[unknown-name]").endsWith("nothing was written\n");
    assertThat(lock()).content().isEqualTo(HEADER + WEB_LOCK);
  }

  @Test
  void lockAloneIsNoCommand() {
    assertThat(runAt(Path.of("prune"), "lock", "--bad")).isEqualTo(Exit.USAGE);
    assertThat(
            Main.run(
                new String[] {"lock"},
                new Terminal(
                    new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))))
        .isEqualTo(Exit.USAGE);
  }

  private static String vm(String name, String ip) {
    return "vm %s {\n  vlan services\n  ip %s\n  vcpu 1\n  memory 1GiB\n}\n".formatted(name, ip);
  }

  private Path lock() {
    return folder.resolve("homelab.lock");
  }

  private void lab(String text) throws IOException {
    Files.writeString(folder.resolve("a.lab"), text);
  }

  private int run(String... arguments) {
    return runAt(folder, arguments);
  }

  private int runAt(Path last, String... arguments) {
    var outText = new StringWriter();
    var errText = new StringWriter();
    var args = new ArrayList<>(List.of(arguments));
    args.add(last.toString());
    int code =
        Main.run(
            args.toArray(String[]::new),
            new Terminal(new PrintWriter(outText), new PrintWriter(errText)));
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}
