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
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class DuplicateDevice implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-device",
          "Two VMs of a host get one device, or one VM gets it twice.",
          "A device belongs to one VM: VFIO opens it once, and QEMU takes a USB device away from"
              + " whoever has it.",
          Example.webAndDb("device pci 0000:01:00.0", "device pci 0000:01:00.0"),
          Example.webAndDb("device pci 0000:01:00.0", "device pci 0000:01:00.1"));

  private record OnHost(Name host, Object device) {}

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses = new ArrayList<Use<OnHost>>();
    for (var vm : index.lab().microVms()) {
      devices(vm)
          .forEach(device ->
              uses.add(
                  Use.of(
                      device,
                      new OnHost(vm.on().value().name(), device.value()),
                      Message.of("`{0}`", vm))));
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
                            "device `{0}` of host `{1}` is given away twice",
                            again.value().device(), again.value().host()))
                    .help(Message.of("give it to one VM"))));
  }

  private static Stream<Sourced<?>> devices(MicroVm vm) {
    return Stream.concat(vm.hardware().allPci().stream(), vm.hardware().usb().stream());
  }
}
