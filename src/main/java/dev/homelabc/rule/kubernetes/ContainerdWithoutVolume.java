package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.rule.kubernetes.VmNode.State;
import java.util.Optional;
import java.util.function.Consumer;

/// Nodes have a disk for the images and layers of their containers.
public final class ContainerdWithoutVolume implements Rule {
  private static final State STATE = new State("/var/lib/containerd", "containerd", "20GiB");

  private static final Code CODE =
      Code.warning(
          "containerd-without-volume",
          "A node has no volume for `/var/lib/containerd`.",
          "The root file system of a microVM is in memory: every image that is pulled takes memory"
              + " from the pods, and is pulled again after a restart. On a share it would fail:"
              + " the layers of containers are an overlayfs, which virtiofs and 9p cannot carry."
              + " Source: microvm.nix, doc/src/shares.md.",
          Nodes.containerdOn(""),
          Nodes.containerdOn(
              """
              volume containerd {
                mount /var/lib/containerd
                size 20GiB
              }
              """));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      onShare(node)
          .or(() ->
              node.forgets(
                  STATE, CODE, Message.of("`{0}` keeps its container images in memory", node.vm())))
          .ifPresent(report);
    }
  }

  private static Optional<Diagnostic> onShare(VmNode node) {
    return node.shareOf(STATE.folder())
        .map(share ->
            Diagnostic.at(
                    share.mount().place(),
                    CODE,
                    Message.of("containers of `{0}` cannot run from a share", node.vm()),
                    Message.of("holds `{0}`{1}", STATE.folder(), Use.how(share.mount().origin())))
                .help(Message.of("add a volume that is mounted on `{0}`", STATE.folder())));
  }
}
