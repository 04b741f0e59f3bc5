package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm.Share;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class KubeletOnVirtiofs implements Rule {
  private static final Code CODE =
      Code.error(
          "kubelet-on-virtiofs",
          "A node's `/var/lib/kubelet` is a share.",
          "cAdvisor, which is part of the kubelet, finds no disk behind a share and takes the"
              + " kubelet down with it. A volume is a disk.",
          Nodes.kubeletOn(
              """
              share kubelet {
                source /var/lib/microvms/web/kubelet
                mount /var/lib/kubelet
              }
              """),
          Nodes.kubeletOn(Nodes.kubelet("10GiB")));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var node : VmNode.of(index.lab())) {
      node.shareOf(VmNode.KUBELET)
          .ifPresent(share -> {
            var mount = share.mount();
            var finding =
                Diagnostic.at(
                    mount.place(),
                    CODE,
                    Message.of(
                        "share `{0}` of `{1}` holds `{2}`, which has to be on a disk",
                        share.name(), node.vm(), VmNode.KUBELET),
                    Message.of("mounted by a share{0}", Use.how(mount.origin())));
            report.accept(
                asVolume(share)
                    .map(finding::fix)
                    .orElseGet(() ->
                        finding.help(
                            Message.of("add a volume that is mounted on `{0}`", VmNode.KUBELET))));
          });
    }
  }

  /// The share as a volume. Nothing is lost: no kubelet has run on it.
  private static Optional<Fix> asVolume(Share share) {
    var source = share.source();
    if (!share.mount().value().text().equals(VmNode.KUBELET)) {
      return Optional.empty();
    }
    return keyword(share.name().place(), "share")
        .flatMap(name ->
            keyword(source.place(), "source")
                .map(from ->
                    new Fix(
                        Message.of("make it a `volume` with a `size`"),
                        List.of(
                            new Fix.Edit(name, "volume"),
                            new Fix.Edit(from, "size"),
                            new Fix.Edit(source.place(), "10GiB")))));
  }

  /// The keyword that stands one blank before its argument.
  private static Optional<Place> keyword(Place argument, String keyword) {
    int end = argument.span().start() - 1;
    int start = end - keyword.length();
    boolean isThere = start >= 0 && argument.file().text().startsWith(keyword + " ", start);
    return isThere ? Optional.of(argument.file().at(new Span(start, end))) : Optional.empty();
  }
}
