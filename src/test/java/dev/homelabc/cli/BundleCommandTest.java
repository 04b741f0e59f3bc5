package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
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

class BundleCommandTest {
  private static final String LAB =
      """
      lab home
      host box
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      vm web {
        vlan services
        ip 10.0.20.10
        vcpu 1
        memory 1GiB
      }
      """;

  @TempDir private Path folder;
  private Path archive = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aLabThatIsBuilt() throws IOException {
    archive = folder.resolve("lab.tar.gz");
    write("lab/home.lab", LAB);
    assertThat(run("build", at("lab"))).isEqualTo(Exit.FINE);
    assertThat(folder.resolve("lab/homelab.lock")).exists();
  }

  @Test
  void holdsTheSourcesAndWhatABuildWrites() throws IOException {
    assertThat(bundle()).isEqualTo(Exit.FINE);
    unpack();

    var home = folder.resolve("home");
    assertThat(home.resolve("sources/home.lab")).hasContent(LAB);
    assertThat(home.resolve("sources/homelab.lock"))
        .hasSameTextualContentAs(folder.resolve("lab/homelab.lock"));
    assertThat(run("build", "--check", "-o", at("home/out"), at("home/sources")))
        .isEqualTo(Exit.FINE);
  }

  @Test
  void printsTheSumOfTheArchiveAsSha256sumDoes() throws IOException {
    bundle();

    var sum = Consumer.require("sha256sum").run(archive.toString()).out();
    assertThat(out.toString()).isEqualTo(sum);
    assertThat(err.toString()).startsWith("`" + archive + "` holds ").endsWith(" says: 0\n");
  }

  @Test
  void sha256sumChecksWhatIsInside() throws IOException {
    bundle();
    unpack();

    var check = List.of("--check", "--quiet", "--strict", "SHA256SUMS");
    var result = Consumer.require("sha256sum").run(folder.resolve("home"), Map.of(), "", check);
    assertThat(result.out() + result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void makesTheSameBytesOfWhatItUnpacks() throws IOException {
    bundle();
    unpack();
    var first = Files.readAllBytes(archive);

    assertThat(run("bundle", at("home/sources"), "--tree", at("home/out"), "-o", at("b.tar.gz")))
        .isEqualTo(Exit.FINE);
    assertThat(folder.resolve("b.tar.gz")).hasBinaryContent(first);
  }

  @Test
  void writesNothingBesideTheArchive() throws IOException {
    var before = files();

    bundle();

    var after = files();
    assertThat(after.remove(archive)).isTrue();
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aLabWithErrorsHasNoBundle() throws IOException {
    write("lab/home.lab", LAB.replace("10.0.20.10", "10.0.99.10"));

    assertThat(bundle()).isEqualTo(Exit.FINDINGS);
    assertThat(archive).doesNotExist();
    assertThat(err.toString()).contains("error[ip-outside-subnet]").endsWith("was written\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void warningsStopItWhereAskedTo() throws IOException {
    write("lab/home.lab", LAB.replace("1GiB", "1GB"));

    assertThat(bundle("--strict")).isEqualTo(Exit.FINDINGS);
    assertThat(archive).doesNotExist();
    assertThat(bundle()).isEqualTo(Exit.FINE);
  }

  @Test
  void anAddressThatNobodyWroteDownStopsIt() throws IOException {
    Files.delete(folder.resolve("lab/homelab.lock"));

    assertThat(bundle()).isEqualTo(Exit.FINDINGS);
    assertThat(archive).doesNotExist();
    assertThat(folder.resolve("lab/homelab.lock")).doesNotExist();
    assertThat(err.toString()).contains("error[lock-outdated]");
  }

  @Test
  void aSecretInPlainSightStopsItUnlessTheLabAllowsIt() throws IOException {
    var service = "service grafana {\n    %sadminPassword correct-horse-battery\n  }\n";
    var secret = LAB.replace("  vcpu 1\n", "  vcpu 1\n  " + service);
    write("lab/home.lab", secret.formatted(""));

    assertThat(bundle()).isEqualTo(Exit.FINDINGS);
    assertThat(archive).doesNotExist();
    assertThat(err.toString())
        .contains("error: the lab holds a secret, and a bundle goes through many hands\n")
        .contains("take it out, or allow `literal-secret` there with a reason\n");

    write("lab/home.lab", secret.formatted("# allow literal-secret: for a test\n    "));
    assertThat(bundle()).isEqualTo(Exit.FINE);
  }

  @Test
  void takesInModulesOfTheUsersOwn() throws IOException {
    write("lab/home.lab", LAB.replace("  vcpu 1\n", "  module modules/web.nix\n  vcpu 1\n"));

    assertThat(bundle()).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString()).contains("error: module `modules/web.nix` of `");
    assertThat(archive).doesNotExist();

    write("lab/out/modules/web.nix", "{ }\n");
    assertThat(bundle()).isEqualTo(Exit.FINE);
    unpack();
    assertThat(folder.resolve("home/out/modules/web.nix")).hasContent("{ }");
  }

  @Test
  void keepsImportedFilesWhereTheSourcesFindThem() throws IOException {
    write("shared/small.lab", "profile small {\n  vcpu 2\n}\n");
    write(
        "lab/home.lab",
        "import \"../shared/small.lab\"\n"
            + LAB.replace("  vcpu 1\n", "").replace("vm web {\n", "vm web {\n  profile small\n"));

    assertThat(bundle()).isEqualTo(Exit.FINE);
    unpack();

    assertThat(folder.resolve("home/sources/shared/small.lab")).exists();
    assertThat(Files.readString(folder.resolve("home/README.md")))
        .contains("\nhomelabc build --check -o out sources/lab\n");
    assertThat(run("build", "--check", "-o", at("home/out"), at("home/sources/lab")))
        .isEqualTo(Exit.FINE);
  }

  @Test
  void packsASingleFile() throws IOException {
    write("lab/broken.lab", "vm {");

    assertThat(run("bundle", at("lab/home.lab"), "-o", at("lab.tar.gz"))).isEqualTo(Exit.FINE);
    unpack();
    assertThat(Files.readString(folder.resolve("home/README.md"))).contains(" sources/home.lab\n");
    assertThat(folder.resolve("home/sources/broken.lab")).doesNotExist();
  }

  @Test
  void refusesASourceWhoseNameNotEverySystemCanHave() throws IOException {
    write("lab/a:b.lab", "");

    assertThat(bundle()).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString()).contains("not every system can have a file of the name `a:b.lab`");
    assertThat(archive).doesNotExist();
  }

  @Test
  void replacesABundleOfTheSameLab() throws IOException {
    bundle();
    var first = Files.readAllBytes(archive);
    write("lab/home.lab", LAB + "# A remark.\n");

    assertThat(bundle()).isEqualTo(Exit.FINE);
    assertThat(Files.readAllBytes(archive)).isNotEqualTo(first);
  }

  @Test
  void leavesOtherFilesAloneUnlessForcedTo() throws IOException {
    Files.writeString(archive, "notes\n");

    assertThat(bundle()).isEqualTo(Exit.FINDINGS);
    assertThat(archive).hasContent("notes");
    assertThat(err.toString())
        .contains("error: `" + archive + "` is there already, and is no bundle\n");
    assertThat(bundle("--force")).isEqualTo(Exit.FINE);
    unpack();
  }

  @Test
  void leavesTheBundleOfAnotherLabAlone() throws IOException {
    bundle();
    var first = Files.readAllBytes(archive);
    write("lab/home.lab", LAB.replace("lab home", "lab work"));

    assertThat(bundle()).isEqualTo(Exit.FINDINGS);
    assertThat(archive).hasBinaryContent(first);
    assertThat(err.toString()).contains("error: `" + archive + "` is a bundle of the lab `home`\n");
  }

  @Test
  void aFolderIsNeverReplaced() throws IOException {
    Files.createDirectories(archive);

    assertThat(bundle("--force")).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString())
        .contains("error: `" + archive + "` is there already, and is no file\n");
  }

  @Test
  void aFolderThatIsNotThereIsAFailureOfTheDisk() {
    assertThat(run("bundle", at("lab"), "-o", at("absent/lab.tar.gz"))).isEqualTo(Exit.IO);
    assertThat(err.toString()).contains("absent/lab.tar.gz`: it does not exist");
  }

  @Test
  void whatAKilledRunLeftIsNotInTheWay() throws IOException {
    write(".homelabc-tmp", "half");

    assertThat(bundle()).isEqualTo(Exit.FINE);
    assertThat(folder.resolve(".homelabc-tmp")).doesNotExist();
  }

  @Test
  void wantsToKnowWhereToWrite() {
    assertThat(run("bundle", at("lab"))).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("Missing required option: '--output=FILE'");
  }

  private int bundle(String... options) {
    var args = new ArrayList<>(List.of("bundle", at("lab"), "-o", archive.toString()));
    args.addAll(List.of(options));
    return run(args.toArray(String[]::new));
  }

  private void unpack() {
    var args = List.of("-xzf", archive.toString());
    var result = Consumer.require("tar").run(folder, Map.of(), "", args);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(args, new Terminal(new PrintWriter(out, true), new PrintWriter(err, true)));
  }

  private String at(String path) {
    return folder.resolve(path).toString();
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return new ArrayList<>(files.sorted().toList());
    }
  }
}
