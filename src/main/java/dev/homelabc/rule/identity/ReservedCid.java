package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Cid;
import java.util.function.Consumer;

public final class ReservedCid implements Rule {
  private static final Code CODE =
      Code.error(
          "reserved-cid",
          "A VM's vsock CID has a meaning of its own.",
          "vsock(7) keeps 0 (hypervisor), 1 (loopback), 2 (host) and 4294967295 (any); microvm.nix"
              + " passes them on and the VM fails to start.",
          Example.web("vsock 2"),
          Example.web("vsock 100"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      vm.vsock()
          .filter(cid -> cid.value().isReserved())
          .ifPresent(cid ->
              report.accept(
                  Diagnostic.at(
                          cid.place(),
                          CODE,
                          Message.of("CID `{0}` means {1}, not a VM", cid, meaning(cid.value())),
                          Message.of("the CID of `{0}`{1}", vm, Use.how(cid.origin())))
                      .help(Message.of("use a number from 3 to 4294967294, or `vsock off`"))));
    }
  }

  private static Message meaning(Cid cid) {
    if (cid.number() == Cid.MAX) {
      return Message.of("any address");
    }
    return switch ((int) cid.number()) {
      case 0 -> Message.of("the hypervisor");
      case 1 -> Message.of("the machine itself");
      default -> Message.of("the host");
    };
  }
}
