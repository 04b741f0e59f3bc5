package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class NodeWithoutAddress implements Rule {
  private static final Code CODE =
      Code.error(
          "node-without-address",
          "A node of a control plane has no address that the lab states.",
          "The other nodes join the API server under it, and its certificate names it: an address"
              + " from DHCP may be another one tomorrow.",
          example(""),
          example("  ip services 10.0.20.5\n"));

  private static String example(String address) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    host box {
      bridge vmbr0 {
        uplink enp1s0
        trunk services
      }
    %s}

    cluster k8s {
      control-plane box
    }
    """
        .replace("%s", address);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    for (var cluster : lab.clusters()) {
      for (var node : cluster.controlPlane()) {
        if (cluster.addressOf(node.value()).isEmpty()) {
          report.accept(finding(cluster, node));
        }
      }
    }
  }

  private static Diagnostic finding(Cluster cluster, Sourced<Node> node) {
    var label = Message.of("in the control plane of cluster `{0}`", cluster);
    return switch (node.value()) {
      case Host host ->
          Diagnostic.at(
                  node.place(),
                  CODE,
                  Message.of("host `{0}` has no address in the lab", host),
                  label)
              .also(host.origin().place(), Message.of("the host"))
              .help(Message.of("give the host `lan { address … }` or `ip VLAN ADDRESS`"));
      case MicroVm vm ->
          Diagnostic.at(
                  node.place(), CODE, Message.of("VM `{0}` has no address in the lab", vm), label)
              .also(vm.nic().ip().place(), Message.of("from a DHCP server"))
              .help(Message.of("give the VM an address that stays: `ip ADDRESS`"));
    };
  }
}
