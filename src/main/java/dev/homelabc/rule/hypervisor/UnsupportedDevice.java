package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.MicroVm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.Capability;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class UnsupportedDevice implements Rule {
  private static final Code CODE =
      Code.error(
          "unsupported-device",
          "A VM gets a device of the host that its hypervisor cannot hand on.",
          "PCI devices need VFIO in the hypervisor, USB devices an emulated controller. The small"
              + " hypervisors have neither.",
          Example.web("hypervisor firecracker\ndevice pci 0000:01:00.0"),
          Example.web("hypervisor crosvm\ndevice pci 0000:01:00.0"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {

    Want.check(index, CODE, UnsupportedDevice::wants, report);
  }

  private static Stream<Want> wants(MicroVm vm) {
    var hardware = vm.hardware();
    return Stream.concat(
        hardware.allPci().stream().map(it -> new Want(Capability.PCI, it.origin())),
        hardware.usb().stream().map(it -> new Want(Capability.USB, it.origin())));
  }
}
