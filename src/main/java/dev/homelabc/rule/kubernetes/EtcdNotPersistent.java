package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.kubernetes.VmNode.State;
import java.util.function.Consumer;

/// A share does as well as a volume: its folder is on the host's disk.
public final class EtcdNotPersistent implements Rule {
  /// etcd keeps 2 GiB at most by its default, twice while it writes a snapshot.
  private static final State ETCD = new State("/var/lib/etcd", "etcd", "8GiB");

  private static final Code CODE =
      Code.warning(
          "etcd-not-persistent",
          "A node of the control plane has no volume or share for `/var/lib/etcd`.",
          "etcd holds all that the cluster knows, and the root file system of a microVM is in"
              + " memory: after a restart of the only member the cluster is empty.",
          Nodes.controlPlane("port api 6443\nport kubelet 10250", Nodes.kubelet("2GiB")),
          Nodes.controlPlane(
              "port api 6443\nport kubelet 10250",
              Nodes.kubelet("2GiB")
                  + """
                  volume etcd {
                    mount /var/lib/etcd
                    size 2GiB
                  }
                  """));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      if (node.isControlPlane()) {
        var message = Message.of("`{0}` loses its part of etcd at every restart", node.vm());
        node.forgets(ETCD, CODE, message).ifPresent(report);
      }
    }
  }
}
