package dev.homelabc.emit.nix;

import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Volume;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Capability;
import dev.homelabc.value.FileSystem;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.VolumeFormat;
import java.util.Optional;

/// A volume of a VM.
///
/// @param image its file: an absolute path, or a name in the VM's state directory
/// @param isMade whether microvm.nix makes the image, which is then raw with a file system
/// @param isListed whether it is in `microvm.volumes`; QEMU's runner calls all in there raw
/// @param size MiB
/// @param serial of the disk, where the hypervisor hands one on
/// @param device how the guest finds a disk that microvm.nix has not labelled
/// @param tools package with the file system's mkfs
/// @param mount where the guest mounts it; a disk without has no file system
record DiskView(
    String image,
    boolean isMade,
    boolean isListed,
    boolean isQcow2,
    boolean isDirect,
    long size,
    String label,
    Optional<String> serial,
    Optional<String> device,
    String fileSystem,
    String tools,
    Optional<String> mount) {
  static DiskView of(MicroVm vm, Volume volume) {
    var hypervisor = vm.hypervisor().value();
    var path = vm.image(volume);
    var state = vm.state() + "/";
    var name = volume.name().value().text();
    var fileSystem = volume.fileSystem().value();
    var serial = Optional.of(serial(volume)).filter(_ -> Capability.SERIAL.isOn(hypervisor));
    boolean isQcow2 = volume.format().value() == VolumeFormat.QCOW2;
    return new DiskView(
        volume.image().isPresent() ? path.text() : path.text().substring(state.length()),
        !isQcow2 && volume.mount().isPresent(),
        !isQcow2 || hypervisor == Hypervisor.CLOUD_HYPERVISOR,
        isQcow2,
        volume.direct().value(),
        volume.size().value().mib(),
        DiskNames.label(name, fileSystem),
        serial,
        serial.map(it -> "/dev/disk/by-id/virtio-" + it),
        fileSystem.toString(),
        switch (fileSystem) {
          case EXT4 -> "e2fsprogs";
          case XFS -> "xfsprogs";
          case BTRFS -> "btrfs-progs";
        },
        volume.mount().map(it -> it.value().text()));
  }

  /// A disk of homelabc's own, just large enough for ext4 with a journal.
  static DiskView small(String name, String mount) {
    return new DiskView(
        name + ".img",
        true,
        true,
        false,
        false,
        16,
        name,
        Optional.empty(),
        Optional.empty(),
        FileSystem.EXT4.toString(),
        "e2fsprogs",
        Optional.of(mount));
  }

  private static String serial(Volume volume) {
    return volume
        .serial()
        .map(Sourced::value)
        .orElseGet(() -> DiskNames.serial(volume.name().value().text()));
  }
}
