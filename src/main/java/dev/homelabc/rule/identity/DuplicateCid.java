package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Cid;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.function.Consumer;

public final class DuplicateCid implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-cid",
          "Two VMs on one host have the same vsock CID.",
          "The host's kernel gives a CID to one VM at a time: the second VM to start fails.",
          Example.webAndDb("vsock 100", "vsock 100"),
          Example.webAndDb("vsock 100", "vsock 101"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    record OnHost(Name host, Cid cid) {}
    var uses = new ArrayList<Use<OnHost>>();
    for (var vm : index.lab().microVms()) {
      vm.vsock()
          .ifPresent(cid ->
              uses.add(
                  Use.of(
                      cid,
                      new OnHost(vm.on().value().name(), cid.value()),
                      Message.of("`{0}`", vm))));
    }
    Use.eachRepeated(
        uses,
        (first, again) -> {
          var cid = again.value().cid();
          var host = again.value().host();
          report.accept(
              again
                  .repeats(
                      first, CODE, Message.of("CID `{0}` is used twice on host `{1}`", cid, host))
                  .help(Message.of("give each VM of a host its own CID, or `vsock off`")));
        });
  }
}
