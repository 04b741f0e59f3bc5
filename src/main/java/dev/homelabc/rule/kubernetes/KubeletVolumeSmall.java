package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class KubeletVolumeSmall implements Rule {
  /// MiB.
  private static final int LEAST = 2048;

  private static final Code CODE =
      Code.warning(
          "kubelet-volume-small",
          "The volume with a node's `/var/lib/kubelet` has less than 2 GiB.",
          "The scratch space of all pods (`emptyDir`) and their configuration lie there. Once less"
              + " than a tenth of it is free, the kubelet evicts pods.",
          Nodes.kubeletOn(Nodes.kubelet("1GiB")),
          Nodes.kubeletOn(Nodes.kubelet("2GiB")));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      node.volumeOf(VmNode.KUBELET)
          .filter(it -> it.size().value().mib() < LEAST)
          .ifPresent(it ->
              report.accept(
                  Diagnostic.at(
                          it.size().place(),
                          CODE,
                          Message.of(
                              "volume `{0}` of `{1}` has {2} for the kubelet, which is little",
                              it.name(), node.vm(), it.size()),
                          Message.of("the size of the volume{0}", Use.how(it.size().origin())))
                      .help(Message.of("write `size 2GiB` or more"))));
    }
  }
}
