package dev.homelabc.emit.just;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.emit.Labs;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asks just what it makes of the recipes, and runs them with stand-ins for ssh and Nix.
class JustfileTest {
  private static final String LAB =
      """
      lab home {
        domain home.arpa
        ssh-key "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq a"
      }
      vlan lan {
        id untagged
        subnet 192.168.0.0/24
        gateway 192.168.0.1
      }
      host a {
        ssh ops@a.home.arpa
        bridge vmbr0 {
          uplink enp1s0
        }
        vms imperative
      }
      host b {
        lan {
          address 192.168.0.16/24
        }
        bridge vmbr0 {
          uplink enp1s0
        }
      }
      host empty
      vm alone {
        on a
        vlan lan
        ip dhcp
        mac 02:00:00:00:01:20
        vcpu 1
        memory 1GiB
        port ssh 2222
      }
      vm db {
        on b
        vlan lan
        ip 192.168.0.21
        mac 02:00:00:00:01:21
        vcpu 1
        memory 1GiB
        port ssh 22
      }
      vm web {
        on b
        vlan lan
        ip 192.168.0.22
        mac 02:00:00:00:01:22
        vcpu 1
        memory 1GiB
      }
      """;

  private static final String REBUILD =
      "nix [run] [--inputs-from] [.] [nixpkgs#nixos-rebuild-ng] [--]";

  private final Consumer just = Consumer.require("just");

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    var tree = new OutputTree.Draft();
    JustFiles.add(Labs.of(LAB), "", tree);
    Files.writeString(folder.resolve("justfile"), tree.tree().files().get(RelPath.of("justfile")));
    for (var program : List.of("ssh", "nix")) {
      var stub = folder.resolve("bin/" + program);
      Files.createDirectories(stub.getParent());
      Files.writeString(
          stub, "#!/bin/sh\n{ printf '%s' \"${0##*/}\"; printf ' [%s]' \"$@\"; echo; } >>calls\n");
      Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private Consumer.Result just(String... arguments) {
    return run("", arguments);
  }

  private Consumer.Result run(String input, String... arguments) {
    var path = folder.resolve("bin") + ":" + System.getenv("PATH");
    return just.run(folder, Map.of("PATH", path), input, List.of(arguments));
  }

  /// What a recipe ran, with this folder as `.`.
  private List<String> calls(String... arguments) throws IOException {
    var result = just(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return Files.readString(folder.resolve("calls"))
        .replace(folder.toString(), ".")
        .lines()
        .toList();
  }

  @Test
  void isInTheFormOfJustItself() {
    var result = just("--unstable", "--fmt", "--check");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void everyRecipeIsFineToTheShell() throws IOException {
    var shellcheck = Consumer.require("shellcheck");
    var dump = new ObjectMapper().readTree(just("--dump", "--dump-format", "json").out());
    var faults = new ArrayList<String>();
    dump.get("recipes")
        .fieldNames()
        .forEachRemaining(name -> {
          boolean isOfOneVm =
              dump.at("/recipes/" + name + "/parameters/0/kind").asText().equals("singular");
          var dry = isOfOneVm ? just("--dry-run", name, "db") : just("--dry-run", name);
          assertThat(dry.exitCode()).as(dry.err()).isZero();
          var script = dry.err().startsWith("#!") ? dry.err() : "#!/bin/bash\n" + dry.err();
          // What a VM's own text is here, stands in quotes that just puts there.
          var check = shellcheck.run(folder, Map.of(), script, List.of("-e", "SC2016,SC2029", "-"));
          faults.add(check.out());
        });
    assertThat(String.join("", faults)).isEmpty();
    assertThat(faults).hasSizeGreaterThan(15);
  }

  @Test
  void startsAVmOnItsHost() throws IOException {
    assertThat(calls("vm-start", "web"))
        .containsExactly(
            "ssh [-t] [root@192.168.0.16] [$([ \"$(id -u)\" = 0 ] || echo sudo) systemctl start"
                + " microvm@web.service]");
  }

  @Test
  void takesAnotherLoginForAHost() throws IOException {
    assertThat(calls("host-b=me@elsewhere", "vm-stop", "db").getFirst()).contains("[me@elsewhere]");
  }

  @Test
  void namesTheVmsThereAreWhereOneIsMisspelt() {
    var result = just("vm-start", "wbe; touch x");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("no VM is called wbe; touch x; there are: alone db web");
    assertThat(folder.resolve("calls")).doesNotExist();
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void entersAVmThroughItsHost() throws IOException {
    assertThat(calls("vm-ssh-db", "uname", "-a"))
        .containsExactly("ssh [-J] [root@192.168.0.16] [root@192.168.0.21] [uname] [-a]");
    assertThat(calls("vm-ssh-alone").getLast())
        .isEqualTo("ssh [-J] [ops@a.home.arpa] [-p] [2222] [root@alone.home.arpa]");
    assertThat(just("--summary").out()).doesNotContain("vm-ssh-web");
  }

  @Test
  void asksOnlyHostsThatHaveVms() throws IOException {
    assertThat(calls("vm-status")).hasSize(2).noneMatch(call -> call.contains("empty"));
  }

  @Test
  void prunesNothingWithoutBeingToldTwice() throws IOException {
    removeFromTheLab("old", "a ops@a.home.arpa old state /var/lib/microvms/old");
    assertThat(just("vm-prune").out()).contains("removed: old on a; see PRUNE.md");
    assertThat(just("vm-prune", "old").exitCode()).isZero();
    assertThat(just("vm-prune", "db").err()).contains("no removed VM is called db");
    assertThat(folder.resolve("calls")).doesNotExist();

    var sure = run("old\n", "vm-prune", "old");
    assertThat(sure.err()).contains("on a, with all data: /var/lib/microvms/old");
    assertThat(Files.readString(folder.resolve("calls")))
        .contains("ssh [-t] [ops@a.home.arpa] [sudo sh -c \"")
        .contains("systemctl stop microvm@old.service")
        .contains("rm -rf -- /var/lib/microvms/old\n");
    assertThat(just("--unstable", "--fmt", "--check").exitCode()).isZero();
  }

  private void removeFromTheLab(String vm, String former) throws IOException {
    var tree = new OutputTree.Draft();
    JustFiles.add(Labs.of(LAB), former, tree);
    assertThat(tree.tree().files().get(RelPath.of("PRUNE.md"))).contains("microvm@" + vm);
    Files.writeString(folder.resolve("justfile"), tree.tree().files().get(RelPath.of("justfile")));
  }

  @Test
  void switchesEveryHostAndInstallsWhatIsNoPartOfOne() throws IOException {
    assertThat(calls("deploy"))
        .containsExactly(
            REBUILD + " [switch] [--flake] [.#a] [--target-host] [ops@a.home.arpa] [--sudo]",
            REBUILD + " [switch] [--flake] [.#b] [--target-host] [root@192.168.0.16]",
            REBUILD + " [switch] [--flake] [.#empty] [--target-host] [root@empty]",
            "nix [run] [.#nixosConfigurations.alone.config.microvm.deploy.installOnHost] [--]"
                + " [ops@a.home.arpa] [--use-remote-sudo]",
            "ssh [-t] [ops@a.home.arpa] [$([ \"$(id -u)\" = 0 ] || echo sudo) systemctl start"
                + " microvm@alone.service]");
  }
}
