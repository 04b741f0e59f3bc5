package dev.homelabc.emit.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.emit.Labs;
import dev.homelabc.output.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lets Ansible read the inventory and run the playbooks, with stand-ins for ssh and Nix that write
/// down how they are called.
class PlaybooksTest {
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
      host metal-a {
        ssh ops@a.home.arpa
        bridge vmbr0 {
          uplink enp1s0
        }
        vms imperative
      }
      host yes {
        lan {
          address 192.168.0.16/24
        }
        bridge vmbr0 {
          uplink enp1s0
        }
      }
      vm alone {
        on metal-a
        vlan lan
        ip dhcp
        mac 02:00:00:00:01:20
        vcpu 1
        memory 1GiB
        port ssh 2222
      }
      vm null {
        on yes
        vlan lan
        ip 192.168.0.21
        mac 02:00:00:00:01:21
        vcpu 1
        memory 1GiB
      }
      vm late {
        on yes
        vlan lan
        ip 192.168.0.22
        mac 02:00:00:00:01:22
        vcpu 1
        memory 1GiB
        autostart false
      }
      """;

  private final Consumer playbook = Consumer.require("ansible-playbook");
  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    folder = folder.toRealPath();
    var tree = new OutputTree.Draft();
    AnsibleFiles.add(Labs.of(LAB), tree);
    for (var file : tree.tree().files().entrySet()) {
      var path = file.getKey().resolve(folder);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    for (var program : List.of("ssh", "nix")) {
      var stub = folder.resolve("bin/" + program);
      Files.createDirectories(stub.getParent());
      Files.writeString(
          stub,
          // One write a call, for calls of several hosts run at the same time.
          "#!/bin/sh\ncall=\"${0##*/}$(printf ' %s' \"$@\" | tr '\\n' ' ')\"\n"
              + "printf '%s\\n' \"$call\" >>"
              + folder
              + "/calls\n");
      Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private Consumer.Result ansible(Consumer program, String... arguments) {
    var environment = new HashMap<String, String>();
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("ANSIBLE_HOME", folder.resolve("home").toString());
    environment.put("ANSIBLE_LOCAL_TEMP", folder.resolve("home/tmp").toString());
    environment.put("ANSIBLE_NOCOLOR", "1");
    environment.put("ANSIBLE_LOCALHOST_WARNING", "False");
    environment.put("LC_ALL", "C.UTF-8");
    var all = new ArrayList<>(List.of("-i", "ansible/inventory.yaml"));
    all.addAll(List.of(arguments));
    return program.run(folder, environment, "", all);
  }

  private List<String> calls() throws IOException {
    var calls = folder.resolve("calls");
    return Files.exists(calls)
        // So Ansible asks ssh what it can do.
        ? Files.readAllLines(calls).stream().filter(it -> !it.endsWith(" ControlPersist")).toList()
        : List.of();
  }

  @Test
  void theInventoryReadsAsItIsMeant() throws IOException {
    var result = ansible(Consumer.require("ansible-inventory"), "--list");
    assertThat(result.err()).isEmpty();
    var inventory = new ObjectMapper().readTree(result.out());
    var names = new ArrayList<String>();
    inventory.at("/microvms/hosts").forEach((JsonNode name) -> names.add(name.textValue()));
    assertThat(names).containsExactlyInAnyOrder("alone", "late", "null");
    var alone = inventory.at("/_meta/hostvars/alone");
    assertThat(alone.get("ansible_host").textValue()).isEqualTo("alone.home.arpa");
    assertThat(alone.get("ansible_port").intValue()).isEqualTo(2222);
    assertThat(alone.get("microvm_host").textValue()).isEqualTo("metal-a");
    assertThat(inventory.at("/_meta/hostvars/null/microvm_host").textValue()).isEqualTo("yes");
    assertThat(inventory.at("/on_metal_a/hosts/0").textValue()).isEqualTo("alone");
  }

  @Test
  void everyPlaybookIsOne() {
    for (var name : List.of("deploy", "destroy", "restart", "start", "stop")) {
      var result = ansible(playbook, "--syntax-check", "ansible/" + name + "-microvms.yaml");
      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void aFreshHostIsDeployedWithoutEnteringItsVms() throws IOException {
    var result = ansible(playbook, "ansible/deploy-microvms.yaml");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();

    assertThat(calls().stream().filter(call -> call.startsWith("nix ")))
        .containsExactlyInAnyOrder(
            rebuild("metal-a", "ops@a.home.arpa") + " --sudo",
            rebuild("yes", "root@192.168.0.16"),
            "nix run "
                + folder
                + "#nixosConfigurations.alone.config.microvm.deploy.installOnHost --"
                + " ops@a.home.arpa --use-remote-sudo");
    var ssh = calls().stream().filter(call -> call.startsWith("ssh ")).toList();
    assertThat(ssh).hasSize(2);
    assertThat(ssh)
        .anyMatch(it -> it.contains("a.home.arpa") && it.contains("start microvm@alone"));
    assertThat(ssh)
        .anyMatch(it -> it.contains("192.168.0.16") && it.contains("start microvm@null"));
    assertThat(ssh).noneMatch(it -> it.contains("alone.home.arpa") || it.contains("192.168.0.21"));
  }

  private String rebuild(String host, String login) {
    return "nix run --inputs-from %s nixpkgs#nixos-rebuild-ng -- switch --flake %s#%s --target-host %s"
        .formatted(folder, folder, host, login);
  }

  @Test
  void nothingIsDestroyedByAccident() throws IOException {
    var unsure = ansible(playbook, "ansible/destroy-microvms.yaml", "--limit", "alone");
    assertThat(unsure.exitCode()).isNotZero();
    assertThat(unsure.out()).contains("This deletes alone with all its volumes");

    var part =
        ansible(playbook, "ansible/destroy-microvms.yaml", "--limit", "late", "-e", "destroy=yes");
    assertThat(part.out()).contains("late is part of yes, which would install it again");
    assertThat(calls()).isEmpty();
  }

  @Test
  void aVmIsDestroyedWithWhatWasInstalled() throws IOException {
    var sure =
        ansible(playbook, "ansible/destroy-microvms.yaml", "--limit", "alone", "-e", "destroy=yes");
    assertThat(sure.exitCode()).as(sure.out()).isZero();
    assertThat(calls()).hasSize(2);
    assertThat(calls().getFirst()).contains("systemctl stop microvm@alone.service");
    assertThat(calls().getLast())
        .contains("rm -rf -- /var/lib/microvms/alone alone booted-alone old-alone");
  }
}
