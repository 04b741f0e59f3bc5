package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptCommandTest {
  @TempDir private Path folder;
  private String out = "";
  private String err = "";
  private String config = "";
  private String spec = "";

  @BeforeEach
  void writeTheFiles() throws IOException {
    config =
        write(
            "payments/config.yaml",
            "networks:\n  default: {bridge: br1, ipam: {range: 10.0.0.0/24}}\n");
    spec =
        write(
            "payments/spec.yaml",
            """
            name_prefix: web
            replicas: 2
            cpu: 2
            memory: 4Gi
            image_url: https://images.example.com/rhel.qcow2
            disk_size: 40Gi
            networks: [default]
            """);
  }

  @Test
  void printsALabThatIsCanonicalAndBuilds() throws IOException {
    assertThat(run("adopt", "v-auto", config, spec, "--project", "shop")).isEqualTo(Exit.FINE);
    assertThat(out).startsWith("openshift shop {\n").contains("\nvm web {\n  on shop\n");
    assertThat(err).isEmpty();

    var lab = write("lab/shop.lab", out);
    assertThat(run("fmt", "--check", lab)).isEqualTo(Exit.FINE);
    assertThat(run("check", "--strict", lab)).isEqualTo(Exit.FINE);
    assertThat(run("build", lab)).isEqualTo(Exit.FINE);
    assertThat(folder.resolve("lab/out/openshift/shop/vms/web-02.yaml"))
        .content()
        .contains("10.0.0.102/24");
  }

  @Test
  void takesTheNameOfTheFolderAndSaysSo() {
    assertThat(run("adopt", "v-auto", config, spec)).isEqualTo(Exit.FINE);
    assertThat(out).startsWith("openshift payments {\n");
    assertThat(err).contains("note[adopt-nameless-project]").endsWith("1 note\n");
  }

  @Test
  void writesAFileThatIsNotThereYetAndNoOther() throws IOException {
    var lab = folder.resolve("labs/new.lab");
    assertThat(run("adopt", "v-auto", "-o", lab.toString(), config, spec)).isEqualTo(Exit.FINE);
    assertThat(out).isEqualTo(lab + "\n");
    assertThat(lab).content().startsWith("openshift payments {\n").endsWith("}\n");

    Files.writeString(lab, "mine");
    assertThat(run("adopt", "v-auto", "-o", lab.toString(), config, spec, "--project", "a"))
        .isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo(
            """
            error: `%s` is there already
              = help: move it away, or name another file
            nothing was written
            """
                .formatted(lab));
    assertThat(lab).hasContent("mine");
  }

  @Test
  void writesNothingWhereTheFilesHaveAnError() throws IOException {
    Files.writeString(Path.of(spec), "name_prefix: web\n");
    var lab = folder.resolve("new.lab");

    assertThat(run("adopt", "v-auto", "-o", lab.toString(), config, spec)).isEqualTo(Exit.FINDINGS);
    assertThat(out).isEmpty();
    assertThat(err)
        .contains("error[adopt-missing-field]: a spec has no `memory`")
        .endsWith("nothing was written\n");
    assertThat(lab).doesNotExist();

    assertThat(run(Map.of("LANG", "ko_KR.UTF-8"), "adopt", "v-auto", config, spec))
        .isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("오류[adopt-missing-field]");
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    assertThat(run("adopt")).isEqualTo(Exit.USAGE);
    assertThat(err).startsWith("which command of `adopt`? There is `v-auto`\n");
    assertThat(run("adopt", "v-auto", config)).isEqualTo(Exit.USAGE);
    assertThat(err).contains("SPEC");
    assertThat(run("adopt", "v-auto", config, spec, "--project", "My_Shop")).isEqualTo(Exit.USAGE);
    assertThat(err).startsWith("--project: `My_Shop` is not a name");
    assertThat(run("adopt", "v-auto", config, spec, "-o", "/")).isEqualTo(Exit.USAGE);
    assertThat(err).startsWith("-o: `/` is a folder\n");
    assertThat(run("adopt", "v-auto", config, spec, "-o", "a:b.lab")).isEqualTo(Exit.USAGE);
    assertThat(err).startsWith("-o: `a:b.lab` cannot be the path of an output file");
    assertThat(out).isEmpty();
  }

  @Test
  void saysWhichFileCannotBeRead() {
    var gone = folder.resolve("gone.yaml");
    assertThat(run("adopt", "v-auto", config, gone.toString())).isEqualTo(Exit.IO);
    assertThat(err).isEqualTo("error: cannot read `" + gone + "`: it does not exist\n");
  }

  @Test
  void itsFindingsAreExplained() {
    assertThat(run("explain", "adopt-moved-addresses")).isEqualTo(Exit.FINE);
    assertThat(out)
        .startsWith("warning[adopt-moved-addresses]\n\nVMs get other addresses")
        .contains(
            "\nThese files have the finding:\n\n    # config.yaml\n",
            "\n`homelabc adopt` says:\n\n    warning[adopt-moved-addresses]: `db` gets",
            "\nThese do not:\n\n    # config.yaml\n");
  }

  private String write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private int run(String... args) {
    return run(Map.of(), args);
  }

  private int run(Map<String, String> environment, String... args) {
    var outText = new StringWriter();
    var errText = new StringWriter();
    var terminal = new Terminal(new PrintWriter(outText), new PrintWriter(errText));
    int code = Main.run(args, terminal, environment);
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}
