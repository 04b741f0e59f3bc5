package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Capability;
import dev.homelabc.value.Size;
import dev.homelabc.value.Support;
import java.util.Optional;
import java.util.function.Consumer;

public final class UnsupportedHotplug implements Rule {
  private static final String SMALL = "microvm";

  private static final Code CODE =
      Code.error(
          "unsupported-hotplug",
          "Memory is to be added to a VM that cannot take it.",
          "QEMU plugs memory into every machine but its smallest, `microvm`, which is what a VM"
              + " gets where none is stated. Cloud Hypervisor, as microvm.nix calls it, would start"
              + " with this amount in the place of `memory`; the others have nothing of the kind.",
          Example.web("hotplug-memory 2GiB"),
          Example.web("machine q35\nhotplug-memory 2GiB"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    Want.check(
        index,
        CODE,
        vm -> hotplug(vm).map(it -> new Want(Capability.HOTPLUG, it.origin())).stream(),
        report);
    for (var vm : index.lab().microVms()) {
      if (Capability.HOTPLUG.isOn(vm.hypervisor().value()) && isSmall(vm)) {
        hotplug(vm).ifPresent(it -> report.accept(finding(vm, it)));
      }
    }
  }

  private static Optional<Sourced<Size>> hotplug(MicroVm vm) {
    return vm.hardware().hotplug();
  }

  /// On aarch64 the machine is `virt` where none is stated.
  private static boolean isSmall(MicroVm vm) {
    return vm.hardware()
        .machine()
        .map(it -> it.value().equals(SMALL))
        .orElse(vm.on().value().system().value().startsWith("x86_64"));
  }

  private static Diagnostic finding(MicroVm vm, Sourced<Size> hotplug) {
    var finding =
        Diagnostic.at(
            hotplug.place(),
            CODE,
            Message.of("the machine `{0}` of `{1}` takes no memory while it runs", SMALL, vm),
            Message.of("{0}{1}", Support.REFUSED.consequence(), Use.how(hotplug.origin())));
    var machine = vm.hardware().machine();
    return (machine.isPresent()
            ? finding.also(machine.get().place(), Message.of("chosen here"))
            : finding)
        .help(Message.of("write `machine q35`"));
  }
}
