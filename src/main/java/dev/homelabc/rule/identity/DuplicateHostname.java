package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.function.Consumer;

public final class DuplicateHostname implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-hostname",
          "Two machines have the same host name.",
          "microvm.nix derives a VM's machine-id from its host name, and Kubernetes knows nodes by"
              + " it.",
          Example.webAndDb("hostname www", "hostname www"),
          Example.webAndDb("hostname www", "hostname db"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    var uses = new ArrayList<Use<Name>>();
    for (var host : lab.hosts()) {
      uses.add(new Use<>(host.hostname(), Message.of("host `{0}`", host), host.origin()));
    }
    for (var vm : lab.microVms()) {
      uses.add(Use.of(vm.hostName(), vm.hostname(), Message.of("`{0}`", vm)));
    }
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(
                        first, CODE, Message.of("host name `{0}` is used twice", again.value()))
                    .help(Message.of("give each machine its own `hostname`"))));
  }
}
