package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Vm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.PortRange;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class PortClash implements Rule {
  private static final Code CODE =
      Code.error(
          "port-clash",
          "Two ports of a VM or a deployment overlap.",
          "One port has one listener: one of the two names stands at a wrong number.",
          Example.web("port http 8080\nport admin 8000-8100"),
          Example.web("port http 8080\nport admin 8000-8079"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    Stream.<Vm>concat(lab.microVms().stream(), lab.openShiftVms().stream())
        .forEach(vm -> {
          for (var protocol : PortRange.Protocol.values()) {
            check(vm, protocol, report);
          }
        });
    for (var deployment : lab.deployments()) {
      var uses = new ArrayList<Use<Integer>>();
      for (var port : deployment.ports()) {
        var container = port.container();
        uses.add(Use.of(container, container.value(), Message.of("port `{0}`", port.name())));
      }
      Use.eachRepeated(
          uses,
          (first, again) ->
              report.accept(
                  again
                      .repeats(
                          first,
                          CODE,
                          Message.of(
                              "port `{0}` of the container of `{1}` is used twice",
                              again.value(), deployment))
                      .help(Message.of("give each its own number, or keep one of them"))));
    }
  }

  /// In order of their lowest port, a range overlaps an earlier one just when it begins before the
  /// highest end so far.
  private static void check(Vm vm, PortRange.Protocol protocol, Consumer<Diagnostic> report) {
    var ports = new ArrayList<>(vm.ports());
    ports.removeIf(port -> port.range().value().protocol() != protocol);
    ports.sort(
        (it, other) -> Integer.compare(it.range().value().from(), other.range().value().from()));
    for (int i = 1, widest = 0; i < ports.size(); i++) {
      var holder = ports.get(widest);
      var port = ports.get(i);
      if (port.range().value().from() <= holder.range().value().to()) {
        boolean inOrder = holder.range().place().compareTo(port.range().place()) <= 0;
        report.accept(inOrder ? finding(vm, holder, port) : finding(vm, port, holder));
      }
      if (port.range().value().to() > holder.range().value().to()) {
        widest = i;
      }
    }
  }

  private static Diagnostic finding(Vm vm, Vm.Port first, Vm.Port again) {
    return Diagnostic.at(
            again.range().place(),
            CODE,
            Message.of("ports `{0}` and `{1}` of `{2}` overlap", first.name(), again.name(), vm),
            Message.of(
                "`{0}` is {1}{2}", again.name(), again.range(), Use.how(again.range().origin())))
        .also(
            first.range().place(),
            Message.of(
                "`{0}` is {1}{2}", first.name(), first.range(), Use.how(first.range().origin())))
        .help(Message.of("give each its own number, or keep one of them"));
  }
}
