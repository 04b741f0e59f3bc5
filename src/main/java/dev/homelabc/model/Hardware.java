package dev.homelabc.model;

import dev.homelabc.value.PciAddress;
import dev.homelabc.value.Size;
import dev.homelabc.value.UsbId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a microVM has beside CPUs, memory, disks and network.
///
/// @param machine machine type of QEMU; where none is stated microvm.nix chooses
/// @param hotplug memory that can be added while it runs
/// @param balloon whether the host can take memory back
/// @param pci PCI devices of the host, without the GPU
/// @param usb USB devices of the host
/// @param gpu a PCI device of the host that the guest draws or computes with
public record Hardware(
    Optional<Sourced<String>> machine,
    Optional<Sourced<Size>> hotplug,
    Sourced<Boolean> balloon,
    List<Sourced<PciAddress>> pci,
    List<Sourced<UsbId>> usb,
    Optional<Sourced<PciAddress>> gpu) {
  public Hardware {
    pci = List.copyOf(pci);
    usb = List.copyOf(usb);
  }

  /// All PCI devices, the GPU last.
  public List<Sourced<PciAddress>> allPci() {
    return Stream.concat(pci.stream(), gpu.stream()).toList();
  }
}
