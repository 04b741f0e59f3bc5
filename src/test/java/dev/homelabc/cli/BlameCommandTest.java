package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlameCommandTest {
  private static final String LAB =
      """
      host box

      vlan services {
        id 20
        subnet 10.0.20.0/24
      }

      vm web {
        on box
        vlan services
        ip 10.0.20.10
        mac 02:00:00:00:20:10
        vcpu 2
        memory 1GiB
      }
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void build() throws IOException {
    Files.writeString(folder.resolve("home.lab"), LAB);
    assertThat(run("build", folder.toString())).isEqualTo(Exit.FINE);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  private int run(String... args) {
    return Main.run(args, new Terminal(new PrintWriter(out), new PrintWriter(err)), Map.of());
  }

  private Path file() {
    return folder.resolve("out/vms/web.nix");
  }

  /// The line of the file that has a text, from 1.
  private int line(String text) throws IOException {
    var lines = Files.readAllLines(file());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void namesTheStatementsOfALineOnDisk() throws IOException {
    assertThat(run("blame", file() + ":" + line("address ="))).isEqualTo(Exit.FINE);
    assertThat(out)
        .hasToString(
            """
            vms/web.nix:%s: address = [ "10.0.20.10/24" ];
              LAB:11: ip 10.0.20.10 (vm web)
              LAB:5: subnet 10.0.20.0/24 (vlan services)
            """
                .formatted(line("address ="))
                .replace("LAB", folder.resolve("home.lab").toString()));
  }

  @Test
  void saysThatALineWithoutAValueBelongsToABlock() throws IOException {
    assertThat(run("blame", file() + ":" + line("interfaces = ["))).isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .contains("home.lab:8: vm web\n")
        .endsWith("  (no value is on this line: it belongs to a block of that statement)\n");
  }

  @Test
  void aPathInTheTreeNeedsNoFileOnDisk() {
    assertThat(run("blame", "vms/web.nix", "--lab", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .contains("home.lab:14: memory 1GiB (vm web)")
        .contains("mem = 1024;");
  }

  @Test
  void aRangeIsAPartOfTheListing() throws IOException {
    int first = line("vcpu =");
    assertThat(run("blame", file() + ":" + first + "-" + (first + 1))).isEqualTo(Exit.FINE);
    assertThat(out.toString().lines()).hasSize(2).first().asString().endsWith("    vcpu = 2;");
  }

  /// Compilers say FILE:LINE:COLUMN.
  @Test
  void aColumnIsIgnored() throws IOException {
    assertThat(run("blame", file() + ":" + line("vcpu =") + ":7")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("home.lab:13: vcpu 2 (vm web)");
  }

  @Test
  void jsonHasEveryCause() throws IOException {
    int line = line("hypervisor =");
    assertThat(run("blame", file() + ":" + line, "--format", "json")).isEqualTo(Exit.FINE);
    var json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/file").asText()).isEqualTo("vms/web.nix");
    assertThat(json.at("/lines/0/line").asInt()).isEqualTo(line);
    assertThat(json.at("/lines/0/own").asBoolean()).isTrue();
    assertThat(json.at("/lines/0/causes/0/statement").asText()).isEqualTo("vm web");
    assertThat(json.at("/lines/0/causes/0/line").asInt()).isEqualTo(8);
    assertThat(json.at("/lines/0/causes/0/default").asBoolean()).isTrue();
  }

  /// Lines of a file that was edited, or is not up to date, are found where they came from.
  @Test
  void linesThatMovedAreFoundAndForeignOnesAreSaidToBeNobodys() throws IOException {
    int line = line("mem =");
    Files.writeString(file(), "# mine\n" + Files.readString(file()));
    assertThat(run("blame", file() + ":" + (line + 1))).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("home.lab:14: memory 1GiB");
    assertThat(run("blame", file() + ":1")).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString())
        .contains("error: the lab does not make line 1 of `vms/web.nix`")
        .contains("help: the file was edited, or is of another lab: see `homelabc build --check`");
  }

  @Test
  void aLineBeyondTheEndIsRefused() {
    assertThat(run("blame", file() + ":4000")).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString()).contains("error: `vms/web.nix` has ").contains(" lines");
    assertThat(run("blame", file() + ":0")).isEqualTo(Exit.FINDINGS);
  }

  @Test
  void aFileThatTheLabDoesNotMakeIsRefusedWithTheNearestName() {
    assertThat(run("blame", folder.resolve("out/vms/wep.nix").toString())).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("makes no file `vms/wep.nix`; did you mean `vms/web.nix`?");
    assertThat(run("blame", "../elsewhere:1", "--lab", folder.toString())).isEqualTo(Exit.USAGE);
  }

  @Test
  void aLabWithErrorsMakesNothing() throws IOException {
    Files.writeString(folder.resolve("home.lab"), LAB.replace("on box", "on bax"));
    assertThat(run("blame", file() + ":1")).isEqualTo(Exit.FINDINGS);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("bax");
  }

  @Test
  void speaksKorean() throws IOException {
    assertThat(run("blame", file() + ":" + line("interfaces = ["), "--lang", "ko"))
        .isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("이 줄에는 랩의 값이 없습니다");
  }
}
