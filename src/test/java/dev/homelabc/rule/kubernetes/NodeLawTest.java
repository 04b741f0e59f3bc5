package dev.homelabc.rule.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeLawTest {
  private static final String KUBELET = "port kubelet 10250";

  @Test
  void asksForNothingThatNixCodeMayOpen() {
    assertThat(codes(worker("module modules/node.nix"))).isEmpty();
    assertThat(codes(worker("nix \"{ networking.firewall.allowedTCPPorts = [ 10250 ]; }\"")))
        .isEmpty();
    assertThat(codes(worker("nix \"{ services.fstrim.enable = true; }\"")))
        .containsExactly("worker-ports");
  }

  @Test
  void takesRangesSideBySideForOne() {
    var halves = KUBELET + "\nport low 30000-31000\nport high 31001-32767";

    assertThat(codes(worker(halves) + nodePort(31000))).isEmpty();
    assertThat(codes(worker(halves.replace("31001", "31002")) + nodePort(31001)))
        .containsExactly("worker-ports");
  }

  @Test
  void asksForNodePortsOfItsOwnClusterOnly() {
    var other = "cluster spare {\ncontrol-plane rack\n}\nhost rack {\nip services 10.0.20.6\n}\n";

    assertThat(
            codes(
                worker(KUBELET) + other + nodePort(30080).replace("image", "cluster spare\nimage")))
        .isEmpty();
    assertThat(
            codes(worker(KUBELET) + other + nodePort(30080).replace("image", "cluster k8s\nimage")))
        .containsExactly("worker-ports");
  }

  @Test
  void asksANodeWithTwoRolesOnce() {
    var both = worker("").replace("control-plane box", "control-plane web");

    assertThat(codes(both)).containsExactly("control-plane-ports");
  }

  @Test
  void leavesTheFoldersOfHostsToTheirDisks() {
    assertThat(codes(worker(KUBELET).replace("worker web", ""))).isEmpty();
  }

  private static String worker(String lines) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }
    host box {
      ip services 10.0.20.5
    }
    vm web {
      on box
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
      volume state {
        mount /var/lib
        size 4GiB
      }
      volume kubernetes {
        mount /etc/kubernetes
        size 1GiB
      }
      %s
    }
    cluster k8s {
      control-plane box
      worker web
    }
    """
        .formatted(lines);
  }

  private static String nodePort(int number) {
    return """
    deployment wiki {
      image docker.io/library/nginx:1.29
      port http {
        container 8080
        node %d
      }
    }
    """
        .formatted(number);
  }

  private static List<String> codes(String lab) {
    return Compiler.compile(SourceSet.of(new SourceFile("a.lab", lab)), List.of())
        .diagnostics()
        .stream()
        .map(it -> it.code().name())
        .toList();
  }
}
