package dev.homelabc.value;

import static dev.homelabc.value.Support.BROKEN;
import static dev.homelabc.value.Support.IGNORED;
import static dev.homelabc.value.Support.REFUSED;
import static dev.homelabc.value.Support.YES;
import static java.util.Objects.requireNonNull;

import dev.homelabc.diagnostic.Message;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a VM may ask of its hypervisor, with what comes of it on each, in the order of
/// [Hypervisor].
///
/// Read in `lib/runners/*.nix` of microvm.nix at [#REVISION], where the code and not the README has
/// the last word. Two kinds of cell differ from the code: virtiofs on stratovirt and alioth is
/// broken, because the README denies it and no check of upstream tries it; qcow2 on QEMU works,
/// because homelabc goes around the runner.
public enum Capability {
  VSOCK,
  VIRTIOFS,
  /// On kvmtool and crosvm too, where it has to be writable.
  PLAN_9,
  READ_ONLY_9P,
  QCOW2,
  SERIAL,
  DIRECT,
  TAP,
  /// On stratovirt only one virtual CPU gets as far as the command line.
  MACVTAP,
  BRIDGE,
  USER,
  BALLOON,
  /// Cloud Hypervisor starts with this amount in the place of the VM's memory.
  HOTPLUG,
  PCI,
  USB,
  MACHINE,
  /// A script that asks the guest to shut down; without one the VM is killed.
  SHUTDOWN;

  /// The commit of microvm.nix that the table was read at.
  public static final String REVISION = "71beea0";

  private static final Map<Capability, Map<Hypervisor, Support>> TABLE =
      Map.ofEntries(
          Map.entry(VSOCK, row(YES, YES, YES, YES, YES, IGNORED, YES, REFUSED)),
          Map.entry(VIRTIOFS, row(YES, YES, REFUSED, YES, REFUSED, BROKEN, BROKEN, YES)),
          Map.entry(PLAN_9, row(YES, REFUSED, REFUSED, YES, YES, REFUSED, REFUSED, REFUSED)),
          Map.entry(
              READ_ONLY_9P,
              row(YES, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED)),
          Map.entry(QCOW2, row(YES, YES, IGNORED, IGNORED, IGNORED, IGNORED, IGNORED, IGNORED)),
          Map.entry(SERIAL, row(YES, YES, IGNORED, YES, IGNORED, YES, IGNORED, IGNORED)),
          Map.entry(DIRECT, row(YES, YES, IGNORED, YES, YES, YES, IGNORED, IGNORED)),
          Map.entry(TAP, row(YES, YES, YES, YES, YES, YES, YES, REFUSED)),
          Map.entry(MACVTAP, row(YES, YES, REFUSED, YES, YES, BROKEN, REFUSED, REFUSED)),
          Map.entry(BRIDGE, row(YES, REFUSED, REFUSED, REFUSED, REFUSED, BROKEN, REFUSED, REFUSED)),
          Map.entry(USER, row(YES, REFUSED, REFUSED, REFUSED, YES, BROKEN, REFUSED, YES)),
          Map.entry(BALLOON, row(YES, YES, REFUSED, YES, YES, REFUSED, REFUSED, REFUSED)),
          Map.entry(
              HOTPLUG, row(YES, BROKEN, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, IGNORED)),
          Map.entry(PCI, row(YES, YES, REFUSED, YES, REFUSED, REFUSED, REFUSED, REFUSED)),
          Map.entry(USB, row(YES, REFUSED, REFUSED, REFUSED, REFUSED, BROKEN, REFUSED, REFUSED)),
          Map.entry(
              MACHINE, row(YES, IGNORED, IGNORED, IGNORED, IGNORED, IGNORED, IGNORED, IGNORED)),
          Map.entry(SHUTDOWN, row(YES, YES, YES, YES, IGNORED, IGNORED, IGNORED, YES)));

  /// @param cells in the order of [Hypervisor]
  private static Map<Hypervisor, Support> row(Support... cells) {
    var hypervisors = Hypervisor.values();
    if (cells.length != hypervisors.length) {
      throw new IllegalArgumentException(cells.length + " cells");
    }
    var row = new EnumMap<Hypervisor, Support>(Hypervisor.class);
    for (int i = 0; i < cells.length; i++) {
      row.put(hypervisors[i], cells[i]);
    }
    return row;
  }

  public Support on(Hypervisor hypervisor) {
    return requireNonNull(requireNonNull(TABLE.get(this)).get(hypervisor));
  }

  public boolean isOn(Hypervisor hypervisor) {
    return on(hypervisor) == YES;
  }

  /// The hypervisors of a NixOS host that have it.
  public List<Hypervisor> hypervisors() {
    return Arrays.stream(Hypervisor.values())
        .filter(it -> it != Hypervisor.VFKIT && isOn(it))
        .toList();
  }

  /// What it is, as a sentence goes on after "does not take".
  public Message words() {
    return switch (this) {
      case VSOCK -> Message.of("a vsock");
      case VIRTIOFS -> Message.of("virtiofs shares");
      case PLAN_9 -> Message.of("9p shares");
      case READ_ONLY_9P -> Message.of("read-only 9p shares");
      case QCOW2 -> Message.of("qcow2 images");
      case SERIAL -> Message.of("serials of volumes");
      case DIRECT -> Message.of("direct access to volumes");
      case TAP -> Message.of("interfaces of type tap");
      case MACVTAP -> Message.of("interfaces of type macvtap");
      case BRIDGE -> Message.of("interfaces of type bridge");
      case USER -> Message.of("interfaces of type user");
      case BALLOON -> Message.of("memory balloons");
      case HOTPLUG -> Message.of("hot-plugged memory");
      case PCI -> Message.of("PCI devices");
      case USB -> Message.of("USB devices");
      case MACHINE -> Message.of("machine types");
      case SHUTDOWN -> Message.of("graceful shutdown");
    };
  }

  @Override
  public String toString() {
    return words().toString();
  }
}
