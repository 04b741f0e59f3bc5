package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

/// Asked of clusters whose nodes are in VLANs with different MTUs: within one, the network plugin
/// takes what its tunnel needs off the MTU that it finds.
public final class MtuOverTunnel implements Rule {
  private static final Code CODE =
      Code.warning(
          "mtu-over-tunnel",
          "Nodes of a cluster are in VLANs that carry packets of different size.",
          "A network plugin makes the pods' packets as large as its own node's interface carries,"
              + " less the tunnel's header (50 bytes of VXLAN). On the way to a node in the other"
              + " VLAN they do not fit: small requests succeed, large ones hang.",
          example("mtu 9000"),
          example("mtu 1500"));

  private static String example(String mtu) {
    return """
    host box {
      ip services 10.0.20.5
    }

    host rack {
      ip storage 10.0.30.5
    }

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vlan storage {
      id 30
      subnet 10.0.30.0/24
      %s
    }

    cluster k8s {
      control-plane box
      worker rack
    }
    """
        .replace("%s", mtu);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var cluster : index.lab().clusters()) {
      var vlans =
          cluster.nodes().stream()
              .flatMap(node -> cluster.vlanOf(node).stream())
              .sorted(MtuOverTunnel::bySize)
              .toList();
      if (!vlans.isEmpty() && vlans.getFirst().packet() != vlans.getLast().packet()) {
        report.accept(finding(cluster, vlans.getFirst(), vlans.getLast()));
      }
    }
  }

  private static int bySize(Vlan vlan, Vlan other) {
    int order = Integer.compare(vlan.packet(), other.packet());
    return order == 0 ? vlan.name().compareTo(other.name()) : order;
  }

  /// At what is stated, and not at what Ethernet has.
  private static Diagnostic finding(Cluster cluster, Vlan small, Vlan large) {
    boolean isLarge = large.mtu().isPresent();
    var stated = isLarge ? large : small;
    var other = isLarge ? small : large;
    return Diagnostic.at(
            stated.mtu().orElseThrow().place(),
            CODE,
            Message.of(
                "nodes of cluster `{0}` are in VLANs of {1} and {2} bytes",
                cluster, small.packet(), large.packet()),
            Message.of("VLAN `{0}` carries {1} bytes", stated, stated.packet()))
        .also(
            other.mtu().map(Sourced::place).orElse(other.origin().place()),
            Message.of("VLAN `{0}` carries {1} bytes", other, other.packet()))
        .help(Message.of("give the VLANs of its nodes one `mtu`, or put the nodes into one VLAN"));
  }
}
