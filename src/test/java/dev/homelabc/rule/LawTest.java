package dev.homelabc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.PrettyRenderer;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LawTest {
  private static final String NETWORK =
      """
      host box {
        lan {
          address 192.168.0.15/24
          gateway 192.168.0.1
        }
        bridge vmbr0 {
          uplink enp1s0
          trunk storage
        }
        route services
      }
      vlan services {
        id 20
        subnet 10.0.20.0/24
        gateway 10.0.20.1
      }
      vlan storage {
        id 30
        subnet 10.0.30.0/24
        gateway 10.0.30.1
      }
      """;

  @Test
  void reportsEachLaterOwnerOfACidAndPointsAtTheFirst() {
    var lab =
        NETWORK
            + vm("a", 11, "vsock 100", "")
            + vm("b", 12, "vsock 100", "")
            + vm("c", 13, "vsock 100", "");

    assertThat(labels(lab))
        .containsExactly(
            "duplicate-cid: used again by `b` | first used by `a`",
            "duplicate-cid: used again by `c` | first used by `a`");
  }

  @Test
  void countsCidsPerHost() {
    var lab =
        NETWORK
            + "host rack {\n  bridge vmbr0 {\n    uplink eth0\n    trunk services\n  }\n}\n"
            + vm("a", 11, "on box", "vsock 100")
            + vm("b", 12, "on rack", "vsock 100");

    assertThat(shown(lab)).isEmpty();
  }

  @Test
  void reportsALineOfAProfileOnceForAllItsVms() {
    var lab =
        NETWORK
            + "profile p {\n  vsock 1\n  memory 2GiB\n}\n"
            + bare("a", 11, "profile p")
            + bare("b", 12, "profile p")
            + bare("c", 13, "profile p");

    assertThat(labels(lab))
        .containsExactly(
            "duplicate-cid: used again by `b`, through profile `p`, and 1 more"
                + " | first used by `a`, through profile `p`",
            "reserved-cid: the CID of `a`, through profile `p`, and 2 more",
            "memory-2048: the memory of `a`, through profile `p`, and 2 more");
  }

  @Test
  void knowsTheCidsThatReplicasCountTo() {
    var lab = NETWORK + vm("web", 11, "replicas 3", "vsock 100") + vm("z", 20, "vsock 102", "");

    assertThat(labels(lab))
        .containsExactly("duplicate-cid: used again by `z` | first used by `web-03`");
  }

  @Test
  void onlyWarnsOfOneMacInTwoVlans() {
    var twin = vm("b", 12, "", "").replace("services", "storage").replace("10.0.20", "10.0.30");

    assertThat(labels(NETWORK + vm("a", 12, "", "") + twin))
        .containsExactly("repeated-mac: used again by `b` | first used by `a`");
  }

  @Test
  void letsTheHostThatRoutesAVlanCarryItsGateway() {
    assertThat(shown(NETWORK.replace("route services", "route services\nip services 10.0.20.1")))
        .isEmpty();
  }

  @Test
  void reportsAHostThatHasTheGatewayAddressOfAVlanThatItDoesNotRoute() {
    assertThat(labels(NETWORK.replace("route services", "ip services 10.0.20.1")))
        .containsExactly(
            "ip-is-gateway: the address of host `box` | the gateway of VLAN `services`");
  }

  @Test
  void reportsTwoHostsThatCarryOneGateway() {
    assertThat(labels(NETWORK + "host rack {\n  route services\n}\n"))
        .containsExactly(
            "duplicate-ip: used again by host `rack` as the gateway of VLAN `services`"
                + " | first used by host `box` as the gateway of VLAN `services`");
  }

  @Test
  void reportsAnAddressThatAHostAndAVmShare() {
    var lab =
        NETWORK.replace("route services", "route services\nip services 10.0.20.11")
            + vm("a", 11, "", "");

    assertThat(labels(lab))
        .containsExactly("duplicate-ip: used again by `a` | first used by host `box`");
  }

  @Test
  void reportsAnAddressOutsideItsSubnetAndNotItsTwin() {
    var lab =
        NETWORK
            + vm("a", 11, "", "")
            + vm("b", 12, "", "")
                .replace("vlan services", "vlan storage")
                .replace("20.12", "20.11");

    assertThat(labels(lab))
        .containsExactly("ip-outside-subnet: the address of `b` | the subnet of VLAN `storage`");
    assertThat(shown(lab)).contains("= help: put it into VLAN `services`");
  }

  @Test
  void reportsReplicasThatCountOutOfTheSubnetOnce() {
    var lab = NETWORK + vm("web", 253, "replicas 5", "").replace("20:253", "20:01");

    assertThat(labels(lab))
        .containsExactly(
            "ip-is-broadcast: the address of `web-03` | the network",
            "ip-outside-subnet: the address of `web-04`, and 1 more | the subnet of VLAN"
                + " `services`");
  }

  @Test
  void letsBothAddressesOfATwoAddressNetworkBeUsed() {
    var lab =
        """
        host box {
          ip link 10.0.40.0
        }
        vlan link {
          id 40
          subnet 10.0.40.0/31
          gateway 10.0.40.1
        }
        """;

    assertThat(shown(lab)).isEmpty();
  }

  @Test
  void reportsAGatewayOutsideTheLanOfAHost() {
    assertThat(labels(NETWORK.replace("gateway 192.168.0.1", "gateway 192.168.1.1")))
        .containsExactly(
            "gateway-outside-subnet: the gateway of the LAN of host `box` | its network");
  }

  @Test
  void allows2048MebibytesOnOtherHypervisors() {
    var lab =
        NETWORK
            + bare("a", 11, "hypervisor cloud-hypervisor\n  memory 2048MiB")
            + bare("b", 12, "memory 2GiB");

    assertThat(labels(lab)).containsExactly("memory-2048: the memory of `b`");
  }

  @Test
  void allowsTapsOfFifteenBytes() {
    assertThat(shown(NETWORK + vm("a", 11, "tap vm-345678901234", ""))).isEmpty();
    assertThat(labels(NETWORK + vm("a", 11, "tap vm-3456789012345", "")))
        .containsExactly("long-tap: the TAP of `a`");
  }

  @Test
  void saysThatALongTapIsADefault() {
    var lab = NETWORK + vm("kubernetes-master", 11, "", "");

    assertThat(labels(lab))
        .containsExactly(
            "long-tap: `vm-kubernetes-master` is the default TAP of `kubernetes-master`");
    assertThat(shown(lab)).contains("has 20 bytes, 15 are allowed", "add a shorter `tap NAME`");
  }

  @Test
  void comparesWrittenTapsWithDefaultOnesAndWithTheBridge() {
    var lab =
        NETWORK + vm("a", 11, "", "") + vm("b", 12, "tap vm-a", "") + vm("c", 13, "tap vmbr0", "");

    assertThat(labels(lab))
        .containsExactly(
            "duplicate-tap: used again by the TAP of `b`"
                + " | first used by the TAP of `a`, as its default",
            "duplicate-tap: used again by the TAP of `c`" + " | first used by the bridge of `box`");
  }

  @Test
  void comparesHostNamesWithThoseOfHosts() {
    assertThat(labels(NETWORK + vm("a", 11, "hostname box", "")))
        .containsExactly("duplicate-hostname: used again by `a` | first used by host `box`");
  }

  @Test
  void findsPortsInsideAWideRangeThatBeganMuchLower() {
    var lab =
        NETWORK + vm("a", 11, "port all 1000-9000\n  port low 1500-1600\n  port http 8080", "");

    assertThat(labels(lab))
        .containsExactly(
            "port-clash: `low` is 1500-1600 | `all` is 1000-9000",
            "port-clash: `http` is 8080 | `all` is 1000-9000");
  }

  @Test
  void letsTcpAndUdpHaveOneNumber() {
    assertThat(shown(NETWORK + vm("a", 11, "port dns 53", "port dns-udp 53/udp"))).isEmpty();
  }

  @Test
  void reportsAMountOnTheNixStore() {
    var share = "share data {\n    source /srv/data\n    mount /nix/store\n  }";

    assertThat(labels(NETWORK + vm("a", 11, share, "")))
        .containsExactly("mount-clash: mounted on by share `data`");
  }

  @Test
  void reportsTheReplicasThatARangeHasNoRoomFor() {
    assertThat(labels(openshift("range 10.9.0.0/24\n    first 253", "replicas 4")))
        .containsExactly(
            "pool-exhausted: it would get `10.9.0.255`, and 1 more"
                + " | the range | counted from here");
  }

  @Test
  void reportsAPoolThatCountsIntoItsGateway() {
    assertThat(labels(openshift("range 10.9.0.0/24\n    gateway 10.9.0.102", "replicas 2")))
        .containsExactly("ip-is-gateway: the address of `web-02` | the gateway of network `net`");
  }

  @Test
  void reportsAPoolThatCountsIntoAVm() {
    var lab = NETWORK + vm("a", 102, "", "").replace("20:102", "20:11");

    assertThat(labels(lab + openshift("range 10.0.20.0/24", "on prod\n  replicas 2")))
        .containsExactly("duplicate-ip: used again by `web-02` | first used by `a`");
  }

  @Test
  void letsTwoVmsShareARangeWhereOneCountsFromAPlaceOfItsOwn() {
    var db = openshift("", "").replaceFirst("(?s).*vm web", "vm db").replaceFirst("}\\s*$", "");
    var lab = openshift("range 10.9.0.0/24", "replicas 3") + db;

    assertThat(labels(lab + "}\n"))
        .containsExactly("duplicate-ip: used again by `db` | first used by `web-01`");
    assertThat(findings(lab + "}\n").getFirst().help().getFirst().toString())
        .endsWith("`first 104`");
    assertThat(shown(lab + "first 104\n}\n")).isEmpty();
  }

  @Test
  void keepsOverlaysApart() {
    var overlay = openshift("range 10.0.20.0/24", "on prod").replace("bridge br1", "kind layer2");
    var lab = NETWORK + vm("a", 101, "", "").replace("20:101", "20:11");

    assertThat(shown(lab + overlay)).isEmpty();
  }

  @Test
  void letsOneFolderBeReadByManyAndBeThereOnEachHost() {
    var rack = "host rack {\n  bridge br0 {\n    uplink eth0\n    trunk services\n  }\n}\n";

    assertThat(
            shown(NETWORK + vm("a", 11, share("a", true), "") + vm("b", 12, share("a", true), "")))
        .isEmpty();
    assertThat(
            shown(
                NETWORK
                    + rack
                    + vm("a", 11, "on box", share("a", false))
                    + vm("b", 12, "on rack", share("a", false))))
        .isEmpty();
    assertThat(shown(NETWORK + vm("a", 11, share("a", false), share("b", true)))).isEmpty();
  }

  @Test
  void reportsAFolderThatNoVmMayHaveOnceForEachVm() {
    var share = share("a", false).replace("/srv/data", "/nix/var");

    assertThat(labels(NETWORK + vm("a", 11, share, "") + vm("b", 12, share, "")))
        .containsExactly("reserved-source: shared with `a`", "reserved-source: shared with `b`");
    assertThat(shown(NETWORK + vm("a", 11, share.replace("/nix/var", "/nixos"), ""))).isEmpty();
  }

  @Test
  void letsVolumesBeAsSmallAsTheirFileSystem() {
    assertThat(shown(NETWORK + vm("a", 11, volume("300MiB", "xfs"), ""))).isEmpty();
    assertThat(shown(NETWORK + vm("a", 11, volume("109MiB", "btrfs"), ""))).isEmpty();
    assertThat(labels(NETWORK + vm("a", 11, volume("299MiB", "xfs"), "")))
        .containsExactly("small-volume: the size of the volume");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"route untagged", "ip untagged 192.168.0.9", "bridge b0 {trunk untagged}"})
  void reportsVlan1OfAHostWithALanWhereItIsExpectedTagged(String use) {
    var lab =
        """
        host box {
          lan {address 192.168.0.15/24}
          %s
        }
        vlan untagged {
          id 1
          subnet 192.168.0.0/24
          gateway 192.168.0.1
        }
        """
            .formatted(use);

    assertThat(findings(lab)).extracting(it -> it.code().name()).contains("vlan-in-lan");
    assertThat(findings(lab)).extracting(it -> it.code().name()).doesNotContain("default-vlan");
  }

  @Test
  void reportsVlan1OfAHostWhoseLanComesByDhcp() {
    var lab =
        """
        host box {
          bridge vmbr0 {uplink enp1s0}
          route untagged
        }
        vlan untagged {
          id 1
          subnet 10.0.20.0/24
          gateway 10.0.20.1
        }
        """;

    assertThat(labels(lab))
        .containsExactly(
            "vlan-in-lan: the id of the untagged LAN inside a bridge"
                + " | carried by host `box` here | its LAN");
  }

  @Test
  void letsAHostWhoseLanComesByDhcpTranslateAddresses() {
    var lan = "lan {\n    address 192.168.0.15/24\n    gateway 192.168.0.1\n  }";
    var lab = NETWORK.replace(lan, "nat services");

    assertThat(lab).contains("nat services").doesNotContain("192.168");
    assertThat(shown(lab)).isEmpty();
  }

  @Test
  @Timeout(30)
  void doesNotSlowDownWithTheSquareOfTheVms() {
    var lab =
        NETWORK
                .replace("10.0.20.0/24", "10.0.0.0/8")
                .replace("10.0.30.0/24", "172.16.0.0/24")
                .replace("10.0.30.1", "172.16.0.1")
            + IntStream.range(0, 10_000)
                .mapToObj(i ->
                    vm("v" + i, 7, "vsock 100", "tap t")
                        .replace("02:00:00:00:20:7", "02:00:00:00:20:07"))
                .collect(Collectors.joining());

    assertThat(findings(lab)).hasSize(4 * 9_999);
  }

  private static String vm(String name, int number, String line, String line2) {
    return bare(name, number, "memory 1GiB\n  " + line + "\n  " + line2);
  }

  private static String bare(String name, int number, String lines) {
    return """
    vm %s {
      vlan services
      ip 10.0.20.%d
      mac 02:00:00:00:20:%d
      vcpu 1
      %s
    }
    """
        .formatted(name, number, number, lines);
  }

  private static String share(String name, boolean readOnly) {
    return "share %s {\nsource /srv/data\nmount /var/lib/%s\nread-only %s\n}"
        .formatted(name, name, readOnly);
  }

  private static String volume(String size, String fileSystem) {
    return "volume data {\nmount /var/lib/a\nsize %s\nfs %s\n}".formatted(size, fileSystem);
  }

  private static String openshift(String network, String vm) {
    return """
    openshift prod {
      network net {
        bridge br1
        %s
      }
    }
    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.org/web.qcow2
      disk 10GiB
      network net
      %s
    }
    """
        .formatted(network, vm);
  }

  private static List<Diagnostic> findings(String lab) {
    return Compiler.compile(SourceSet.of(new SourceFile("a.lab", lab)), List.of()).diagnostics();
  }

  /// Each finding as its code and the words of its labels.
  private static List<String> labels(String lab) {
    return findings(lab).stream()
        .map(it ->
            it.code().name()
                + ": "
                + Stream.concat(Stream.of(it.primary()), it.others().stream())
                    .map(label -> label.text().toString())
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  private static String shown(String lab) {
    return findings(lab).stream()
        .map(PrettyRenderer.plain()::render)
        .collect(Collectors.joining("\n"));
  }
}
