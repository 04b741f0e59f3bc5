package dev.homelabc.emit.nix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.emit.Labs;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.HostPath;
import org.junit.jupiter.api.Test;

class HostKeysTest {
  private static MicroVm vm(String lines) {
    return Labs.of(
            """
            lab home {
              ssh-key "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq a"
            }
            vlan lan {
              id 20
              subnet 10.0.20.0/24
            }
            host box {
              bridge vmbr0 {
                uplink enp1s0
                trunk lan
              }
            }
            vm web {
              vlan lan
              ip 10.0.20.10
              mac 02:00:00:00:20:10
              vcpu 1
              memory 1GiB
            %s
            }
            """
                .formatted(lines))
        .microVms()
        .getFirst();
  }

  @Test
  void lieOnAShareThatIsNotInTheStateDirectory() {
    var vm = vm("port ssh 22");

    assertThat(HostKeys.source(vm).map(Sourced::value))
        .contains(new HostPath("/var/lib/homelab/web/ssh"));
    assertThat(HostKeys.disk(vm)).isEmpty();
  }

  @Test
  void lieOnAVolumeWhereTheHypervisorHasNoVirtiofs() {
    var vm = vm("port ssh 22\nhypervisor firecracker");

    assertThat(HostKeys.source(vm)).isEmpty();
    assertThat(HostKeys.disk(vm)).hasValueSatisfying(disk -> assertThat(disk.isMade()).isTrue());
  }

  @Test
  void needNoPlaceOfTheirOwnOnAVolumeThatKeepsVar() {
    var vm = vm("port ssh 22\nvolume var {\nmount /var\nsize 2GiB\n}");

    assertThat(HostKeys.of(vm)).hasValueSatisfying(keys -> assertThat(keys.place()).isEmpty());
  }

  @Test
  void areLeftToNixosWhereItsFolderIsKept() {
    assertThat(HostKeys.of(vm("port ssh 22\nshare etc {\nsource /srv/etc\nmount /etc/ssh\n}")))
        .isEmpty();
  }

  @Test
  void areNotKeptByAShareThatIsReadOnlyOrOfAnotherFolder() {
    assertThat(
            HostKeys.of(
                vm("port ssh 22\nshare etc {\nsource /srv/etc\nmount /etc/ssh\nread-only\n}")))
        .isPresent();
    assertThat(
            HostKeys.source(vm("port ssh 22\nshare s {\nsource /srv/s\nmount /var/lib/ssh-x\n}")))
        .isPresent();
  }

  @Test
  void areNoneWithoutAServer() {
    assertThat(HostKeys.of(vm("port web 80"))).isEmpty();
  }
}
