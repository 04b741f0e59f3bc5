package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What a VM has beside CPUs, memory, disks and network.
///
/// @param hotplug MiB
/// @param machineOpts options of QEMU's machine, where microvm.nix's own do not do
/// @param devices devices of the host
/// @param hasGpu whether the guest needs what drives a GPU
record HardwareView(
    Sourced<Boolean> hasBalloon,
    Optional<Sourced<Long>> hotplug,
    Optional<Sourced<String>> machine,
    Optional<Nix> machineOpts,
    List<DeviceView> devices,
    boolean hasGpu) {
  record DeviceView(Sourced<String> bus, Sourced<String> path) {}

  static HardwareView of(MicroVm vm) {
    var hardware = vm.hardware();
    var devices = new ArrayList<DeviceView>();
    hardware
        .allPci()
        .forEach(it -> devices.add(new DeviceView(it.map(_ -> "pci"), it.map(Object::toString))));
    for (var device : hardware.usb()) {
      devices.add(
          new DeviceView(
              device.map(_ -> "usb"),
              device.map(id -> "vendorid=0x" + id.vendor() + ",productid=0x" + id.product())));
    }
    return new HardwareView(
        hardware.balloon(),
        hardware.hotplug().map(it -> it.map(Size::mib)),
        hardware.machine(),
        machineOpts(vm),
        devices,
        hardware.gpu().isPresent());
  }

  /// microvm.nix names USB devices before the controller that it adds for them. The machine
  /// `microvm` is told to bring one of its own, any other has to be told here; the rest of the
  /// options is what microvm.nix itself gives such a machine (`lib/runners/qemu.nix`).
  private static Optional<Nix> machineOpts(MicroVm vm) {
    var hardware = vm.hardware();
    boolean isPlain =
        hardware.machine().isEmpty() || hardware.machine().get().value().equals("microvm");
    if (isPlain || hardware.usb().isEmpty()) {
      return Optional.empty();
    }
    var options = new LinkedHashMap<String, Nix>();
    options.put("accel", new Nix.Text("kvm:tcg"));
    options.put("acpi", new Nix.Text("on"));
    options.put("mem-merge", new Nix.Text("on"));
    options.put("usb", Nix.text(hardware.usb().getFirst().map(_ -> "on")));
    return Optional.of(
        new Nix.From(hardware.usb().getFirst().origin(), new Nix.Attributes(options)));
  }
}
