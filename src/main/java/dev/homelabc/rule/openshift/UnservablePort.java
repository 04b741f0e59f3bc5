package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Vm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class UnservablePort implements Rule {
  /// Ports of an EndpointSlice. Source: discovery.k8s.io/v1, field `ports`.
  private static final int MOST = 100;

  /// A DNS label, which the name of a port is.
  private static final int LONGEST = 63;

  private static final Code CODE =
      Code.error(
          "unservable-port",
          "A Service cannot offer a port of an OpenShift VM.",
          "A Service has no runs of ports: each port is one of its own, 100 in all, and a run's are"
              + " called NAME-PORT. The Service is called as the VM, and its name has to begin with"
              + " a letter (RFC 1035).",
          Example.shop("port data 30000-30200"),
          Example.shop("port data 30000-30010"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().openShiftVms()) {
      if (vm.ports().isEmpty() || vm.index() > 0) {
        continue;
      }
      if (Character.isDigit(vm.group().text().charAt(0))) {
        report.accept(
            Diagnostic.at(
                    vm.origin().place(),
                    CODE,
                    Message.of("`{0}` cannot be the name of a Service", vm.group()),
                    Message.of("begins with a digit"))
                .also(vm.ports().getFirst().name().place(), Message.of("offered by a Service"))
                .help(Message.of("let the name begin with a letter")));
      }
      int before = 0;
      for (var port : vm.ports()) {
        int count = count(port);
        if (before <= MOST && before + count > MOST) {
          report.accept(
              finding(vm, port, Message.of("a Service offers {0} ports at most", MOST))
                  .help(Message.of("take ports out, or make the run shorter")));
        }
        before += count;
        var longest = port.name() + "-" + port.range().value().to();
        if (count > 1 && longest.length() > LONGEST) {
          report.accept(
              finding(vm, port, Message.of("`{0}` is longer than {1} characters", longest, LONGEST))
                  .help(Message.of("give the run a shorter name")));
        }
      }
    }
  }

  private static int count(Vm.Port port) {
    return port.range().value().to() - port.range().value().from() + 1;
  }

  private static Diagnostic finding(OpenShiftVm vm, Vm.Port port, Message message) {
    return Diagnostic.at(
        port.range().place(),
        CODE,
        message,
        Message.of("offered by the Service `{0}`", vm.group()));
  }
}
