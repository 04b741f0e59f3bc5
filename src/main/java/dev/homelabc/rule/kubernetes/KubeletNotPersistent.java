package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.List;
import java.util.function.Consumer;

/// A share there is [KubeletOnVirtiofs]'s.
public final class KubeletNotPersistent implements Rule {
  private static final Code CODE =
      Code.warning(
          "kubelet-not-persistent",
          "A node has no volume for `/var/lib/kubelet`.",
          "The root file system of a microVM is in memory: the kubelet's certificate is gone after"
              + " a restart, so the node has to join anew, and what pods write to `emptyDir` counts"
              + " against the VM's memory.",
          Nodes.kubeletOn(""),
          Nodes.kubeletOn(Nodes.kubelet("10GiB")));

  /// The image is sparse: what is not written takes no room on the host.
  private static final List<String> VOLUME =
      List.of("volume kubelet {", "  mount " + VmNode.KUBELET, "  size 10GiB", "}");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      if (node.kubeletVolume().isPresent() || node.kubeletShare().isPresent()) {
        continue;
      }
      var add = Message.of("add a volume that is mounted on `{0}`", VmNode.KUBELET);
      var finding =
          Diagnostic.at(
                  node.vm().origin().place(),
                  CODE,
                  Message.of("`{0}` loses the state of its kubelet at every restart", node.vm()),
                  Message.of("no volume for `{0}`", VmNode.KUBELET))
              .also(node.named(), node.role());
      report.accept(node.adding(add, VOLUME).map(finding::fix).orElseGet(() -> finding.help(add)));
    }
  }
}
