package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.kubernetes.ClosedPorts.Need;
import java.util.List;
import java.util.function.Consumer;

/// kubeadm binds scheduler (10259) and controller manager (10257) to 127.0.0.1, and an API server
/// asks the etcd of its own machine there too: from outside, those matter to nobody but the other
/// members of etcd. Sources: kubeadm's manifests of the control plane; Kubernetes, "Ports and
/// Protocols".
public final class ControlPlanePorts implements Rule {
  private static final Need API_SERVER = Need.of("api", 6443, 6443);
  private static final Need ETCD_CLIENTS = Need.of("etcd-client", 2379, 2379);
  private static final Need ETCD_PEERS = Need.of("etcd-peer", 2380, 2380);
  static final Need KUBELET = Need.of("kubelet", 10250, 10250);

  private static final Code CODE =
      Code.warning(
          "control-plane-ports",
          "A node of the control plane keeps a port closed that other nodes need.",
          "They reach the API server at 6443, without which none can join. Logs and `kubectl exec`"
              + " come through the kubelet at 10250. Where the control plane has several nodes,"
              + " their etcd members meet at 2379 and 2380.",
          Nodes.controlPlane("port api 6443"),
          Nodes.controlPlane("port api 6443\nport kubelet 10250"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      if (node.isControlPlane()) {
        boolean isAlone = node.cluster().controlPlane().size() == 1;
        var needs =
            isAlone
                ? List.of(API_SERVER, KUBELET)
                : List.of(API_SERVER, ETCD_CLIENTS, ETCD_PEERS, KUBELET);
        ClosedPorts.finding(node, CODE, needs).ifPresent(report);
      }
    }
  }
}
