package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Origin;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Capability;
import dev.homelabc.value.Hypervisor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a VM asks of its hypervisor, and the words that ask.
record Want(Capability capability, Origin origin) {
  /// Reports what hypervisors are asked for and do not have. A VM on vfkit has a finding of its
  /// own.
  static void check(
      LabIndex index,
      Code code,
      Function<MicroVm, Stream<Want>> wants,
      Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var hypervisor = vm.hypervisor().value();
      if (hypervisor != Hypervisor.VFKIT) {
        wants
            .apply(vm)
            .filter(want -> !want.capability.isOn(hypervisor))
            .forEach(want -> report.accept(want.unmet(vm, code)));
      }
    }
  }

  private Diagnostic unmet(MicroVm vm, Code code) {
    var hypervisor = vm.hypervisor();
    var consequence = capability.on(hypervisor.value()).consequence();
    return Diagnostic.at(
            origin.place(),
            code,
            Message.of(
                "hypervisor `{0}` of `{1}` does not take {2}", hypervisor, vm, capability.words()),
            Message.of("{0}{1}", consequence, Use.how(origin)))
        .also(
            hypervisor.place(),
            Message.of("the hypervisor of `{0}`{1}", vm, Use.how(hypervisor.origin())))
        .help(others(capability));
  }

  /// The advice to choose a hypervisor that can.
  static Message others(Capability capability) {
    return Message.of(
        "choose one of these hypervisors: {0}",
        capability.hypervisors().stream()
            .map(it -> "`" + it + "`")
            .collect(Collectors.joining(", ")));
  }
}
