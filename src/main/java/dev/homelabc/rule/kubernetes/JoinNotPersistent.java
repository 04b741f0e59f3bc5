package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.kubernetes.VmNode.State;
import java.util.function.Consumer;

public final class JoinNotPersistent implements Rule {
  private static final State KUBEADM = new State("/etc/kubernetes", "kubernetes", "1GiB");

  private static final Code CODE =
      Code.warning(
          "join-not-persistent",
          "A node has no volume or share for `/etc/kubernetes`.",
          "kubeadm leaves there how the kubelet reaches its API server, and on a control plane its"
              + " certificates and what it runs. The root file system of a microVM is in memory:"
              + " after a restart the node has never joined.",
          Nodes.joined(""),
          Nodes.joined(
              """
              share kubernetes {
                source /var/lib/microvms/web/kubernetes
                mount /etc/kubernetes
              }
              """));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      var message = Message.of("`{0}` forgets at every restart that it has joined", node.vm());
      node.forgets(KUBEADM, CODE, message).ifPresent(report);
    }
  }
}
