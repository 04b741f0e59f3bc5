package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
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
    boolean hasBalloon,
    Optional<Long> hotplug,
    Optional<String> machine,
    Optional<Nix> machineOpts,
    List<DeviceView> devices,
    boolean hasGpu) {
  record DeviceView(String bus, String path) {}

  static HardwareView of(MicroVm vm) {
    var hardware = vm.hardware();
    var devices = new ArrayList<DeviceView>();
    hardware.allPci().forEach(it -> devices.add(new DeviceView("pci", it.toString())));
    for (var device : hardware.usb()) {
      var id = device.value();
      devices.add(
          new DeviceView("usb", "vendorid=0x" + id.vendor() + ",productid=0x" + id.product()));
    }
    return new HardwareView(
        hardware.balloon().value(),
        hardware.hotplug().map(it -> it.value().mib()),
        hardware.machine().map(Sourced::value),
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
    options.put("usb", new Nix.Text("on"));
    return Optional.of(new Nix.Attributes(options));
  }
}
