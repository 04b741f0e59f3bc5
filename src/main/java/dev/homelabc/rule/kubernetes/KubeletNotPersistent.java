package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.kubernetes.VmNode.State;
import java.util.function.Consumer;

/// A share there is [KubeletOnVirtiofs]'s.
public final class KubeletNotPersistent implements Rule {
  private static final State STATE = new State(VmNode.KUBELET, "kubelet", "10GiB");

  private static final Code CODE =
      Code.warning(
          "kubelet-not-persistent",
          "A node has no volume for `/var/lib/kubelet`.",
          "The root file system of a microVM is in memory: the kubelet's certificate is gone after"
              + " a restart, and what pods write to `emptyDir` counts against the VM's memory.",
          Nodes.kubeletOn(""),
          Nodes.kubeletOn(Nodes.kubelet("10GiB")));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      var message = Message.of("`{0}` loses the state of its kubelet at every restart", node.vm());
      node.forgets(STATE, CODE, message).ifPresent(report);
    }
  }
}
