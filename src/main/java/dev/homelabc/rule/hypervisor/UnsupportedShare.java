package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Origin;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.Capability;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class UnsupportedShare implements Rule {
  private static final Code CODE =
      Code.error(
          "unsupported-share",
          "A VM has a share of a kind that its hypervisor cannot give it.",
          "virtiofs needs vhost-user in the hypervisor, 9p a server in it; some have one of the"
              + " two, some have neither. A volume works on all of them.",
          example("firecracker", "virtiofs"),
          example("kvmtool", "9p"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {

    Want.check(index, CODE, UnsupportedShare::wants, report);
  }

  private static Stream<Want> wants(MicroVm vm) {
    return vm.shares().stream().map(UnsupportedShare::want);
  }

  private static Want want(MicroVm.Share share) {
    return switch (share.protocol().value()) {
      case VIRTIOFS -> new Want(Capability.VIRTIOFS, place(share));
      case PLAN_9 ->
          new Want(
              share.readOnly().value() ? Capability.READ_ONLY_9P : Capability.PLAN_9, place(share));
    };
  }

  /// The words that choose the protocol, or the name of a share that leaves it open.
  private static Origin place(MicroVm.Share share) {
    return share.protocol().origin().isDefault()
        ? share.name().origin()
        : share.protocol().origin();
  }

  private static String example(String hypervisor, String protocol) {
    return Example.web(
        Example.fill(
            """
            hypervisor %s
            share data {
              source /srv/web
              mount /var/lib/web
              proto %s
            }
            """,
            hypervisor, protocol));
  }
}
