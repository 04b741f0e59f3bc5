package dev.homelabc.emit.nix;

import dev.homelabc.model.MicroVm.Volume;
import dev.homelabc.value.Hypervisor;

/// A volume of a VM.
///
/// @param image file in the VM's state directory
/// @param made whether microvm.nix makes the image, which is then raw
/// @param listed whether it is in `microvm.volumes`; QEMU's runner calls all in there raw
/// @param size MiB
/// @param tools package with the file system's mkfs
record DiskView(
    String image,
    boolean made,
    boolean listed,
    long size,
    String label,
    String serial,
    String fileSystem,
    String tools,
    String mount) {
  static DiskView of(Volume volume, Hypervisor hypervisor) {
    var name = volume.name().value().text();
    var fileSystem = volume.fileSystem().value();
    boolean raw =
        switch (volume.format().value()) {
          case RAW -> true;
          case QCOW2 -> false;
        };
    return new DiskView(
        name + (raw ? ".img" : ".qcow2"),
        raw,
        raw || hypervisor == Hypervisor.CLOUD_HYPERVISOR,
        volume.size().value().mib(),
        DiskNames.label(name, fileSystem),
        DiskNames.serial(name),
        fileSystem.toString(),
        switch (fileSystem) {
          case EXT4 -> "e2fsprogs";
          case XFS -> "xfsprogs";
          case BTRFS -> "btrfs-progs";
        },
        volume.mount().value().text());
  }
}
