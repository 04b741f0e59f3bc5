package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.schema.Types;
import dev.homelabc.value.Capability;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.PciAddress;
import dev.homelabc.value.Size;
import dev.homelabc.value.UsbId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Binds what a microVM has beside CPUs, memory, disks and network.
final class HardwareBinder {
  private static final String PASSTHROUGH = "passthrough";

  private HardwareBinder() {}

  static Hardware bind(Values vm, Hypervisor hypervisor) {
    if (!Capability.MACHINE.isOn(hypervisor)) {
      vm.idle("machine", Message.of("`hypervisor qemu`"));
    }
    var pci = new ArrayList<Sourced<PciAddress>>();
    var usb = new ArrayList<Sourced<UsbId>>();
    for (var device : vm.fields().all("device")) {
      vm.argument(device, 0, String.class)
          .ifPresent(bus -> {
            switch (bus.value()) {
              case "pci" -> vm.argument(device, 1, Types.PCI).ifPresent(pci::add);
              case "usb" -> vm.argument(device, 1, Types.USB).ifPresent(usb::add);
              default -> throw new IllegalStateException("a bus of the schema: " + bus);
            }
          });
    }
    return new Hardware(
        vm.one("machine", String.class),
        vm.one("hotplug-memory", Size.class),
        vm.flag("balloon"),
        pci,
        usb,
        gpu(vm));
  }

  private static Optional<Sourced<PciAddress>> gpu(Values vm) {
    Optional<Sourced<PciAddress>> gpu = Optional.empty();
    for (var entry : vm.fields().all("gpu")) {
      if (isPassthrough(entry)) {
        gpu = vm.argument(entry, 1, Types.PCI);
      } else {
        vm.report().accept(elsewhere(vm, entry, Platform.OPENSHIFT));
      }
    }
    return gpu;
  }

  /// The GPUs of a VM in an OpenShift project, of which a host's PCI device is none.
  static List<OpenShiftVm.Gpu> gpus(Values vm) {
    var gpus = new ArrayList<OpenShiftVm.Gpu>();
    for (var entry : vm.fields().all("gpu")) {
      if (isPassthrough(entry)) {
        vm.report().accept(elsewhere(vm, entry, Platform.MICROVM));
      } else {
        var resource = vm.argument(entry, 1, Types.RESOURCE);
        vm.argument(entry, 0, String.class)
            .ifPresent(name -> resource.ifPresent(it -> gpus.add(new OpenShiftVm.Gpu(name, it))));
      }
    }
    return gpus;
  }

  private static boolean isPassthrough(Entry gpu) {
    return gpu.arguments().getFirst().read().equals(Optional.of(PASSTHROUGH));
  }

  private static Diagnostic elsewhere(Values vm, Entry gpu, Platform only) {
    return Diagnostic.at(
            gpu.place(),
            ModelCodes.WRONG_PLATFORM,
            Message.of(
                "`{0}` is for {1}, {2} is not one", gpu.place().text(), only.words(), vm.owner()),
            Message.of("for {0} only", only.words()))
        .help(
            switch (only) {
              case MICROVM -> Message.of("write `gpu NAME RESOURCE`");
              case OPENSHIFT, ANY -> Message.of("write `gpu passthrough ADDRESS`");
            });
  }
}
