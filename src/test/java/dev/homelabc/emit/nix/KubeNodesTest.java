package dev.homelabc.emit.nix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.emit.Labs;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import org.junit.jupiter.api.Test;

class KubeNodesTest {
  private static final String LAB =
      """
      vlan management { id 10; subnet 10.0.10.0/24; gateway 10.0.10.1 }
      vlan services { id 20; subnet 10.0.20.0/24; gateway 10.0.20.1 }
      host box {
        lan { address 192.168.0.15/24 }
        ip management 10.0.10.5
        %s
      }
      vm node {
        vlan services
        ip 10.0.20.10
        mac 02:00:00:00:20:10
        vcpu 2
        memory 4GiB
      }
      cluster k8s {
        %s
      }
      """;

  @Test
  void aHostIsANodeUnderItsAddressInTheVlanOfTheControlPlane() {
    var file = host("route management services\n  ip services 10.0.20.5", worker());
    assertThat(file).contains("--node-ip=10.0.20.5").contains("k8s-worker-host.nix");
  }

  @Test
  void aHostThatRoutesThatVlanIsANodeUnderTheGatewaysAddress() {
    assertThat(host("route management services", worker())).contains("--node-ip=10.0.20.1\"");
  }

  @Test
  void aHostOutsideThatVlanIsANodeUnderTheAddressItHas() {
    assertThat(host("", worker())).contains("--node-ip=10.0.10.5");
  }

  @Test
  void aHostOfTheControlPlaneOpensItsPorts() {
    var lab = LAB.formatted("ip services 10.0.20.5", "control-plane box\n  worker node");
    assertThat(file(lab, "hosts/box/default.nix")).contains("k8s-control-plane-host.nix");
    assertThat(file(lab, "modules/nixos/k8s-control-plane-host.nix"))
        .contains("./k8s-worker-host.nix", "6443", "2379", "2380", "10257", "10259");
  }

  private static String worker() {
    return "control-plane node\n  worker box";
  }

  private static String host(String more, String cluster) {
    return file(LAB.formatted(more, cluster), "hosts/box/default.nix");
  }

  private static String file(String lab, String path) {
    var draft = new OutputTree.Draft();
    NixFiles.add(Labs.of(lab), draft);
    return String.valueOf(draft.tree().files().get(RelPath.of(path)));
  }
}
