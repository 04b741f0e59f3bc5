package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `build --verify`, asking whom this machine has.
class VerifierTest {
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
        nix \"""
          { pkgs, ... }:
          {
            environment.systemPackages = [ pkgs.htop ]
          }
          \"""
      }
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int build(String lab, String... options) throws IOException {
    Files.writeString(folder.resolve("home.lab"), lab);
    var arguments = new String[options.length + 2];
    arguments[0] = "build";
    arguments[1] = folder.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Main.run(arguments, new Terminal(new PrintWriter(out), new PrintWriter(err)), Map.of());
  }

  @Test
  void aComplaintIsShownAtTheLinesOfTheLab() throws IOException {
    Consumer.require("nix-instantiate");
    assertThat(build(LAB, "--verify")).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString().replace(folder.toString(), "."))
        .contains(
            """
            error: nix-instantiate: syntax error, unexpected '}', expecting ';'
              --> ./out/vms/web.nix:9
              <-- ./home.lab:19: nix \""" … (vm web)
            """)
        .contains("1 complaint, asked were ")
        .contains("nix-instantiate");
    assertThat(folder.resolve("out/vms/web.nix")).exists();
  }

  @Test
  void withoutAComplaintItIsFine() throws IOException {
    Consumer.require("nix-instantiate");
    var lab = LAB.replace("htop ]", "htop ];");
    assertThat(build(lab, "--verify")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("no complaint, asked were ").contains("nix-instantiate");
    assertThat(build(lab, "--check", "--verify")).isEqualTo(Exit.FINE);
  }

  /// What is not up to date is not what is asked about.
  @Test
  void aStaleTreeIsNotVerified() throws IOException {
    assertThat(build(LAB, "--check", "--verify")).isEqualTo(Exit.FINDINGS);
    assertThat(out.toString() + err).doesNotContain("asked");
  }
}
