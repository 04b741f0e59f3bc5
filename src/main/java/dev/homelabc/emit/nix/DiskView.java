package dev.homelabc.emit.nix;

import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Volume;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Capability;
import dev.homelabc.value.FileSystem;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.Size;
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
    Sourced<String> image,
    boolean isMade,
    boolean isListed,
    boolean isQcow2,
    Sourced<VolumeFormat> format,
    Sourced<Boolean> isDirect,
    Sourced<Long> size,
    Sourced<String> label,
    Optional<Sourced<String>> serial,
    Optional<Sourced<String>> device,
    Sourced<FileSystem> fileSystem,
    String tools,
    Optional<Sourced<HostPath>> mount) {
  static DiskView of(MicroVm vm, Volume volume) {
    var hypervisor = vm.hypervisor().value();
    var path = vm.image(volume);
    var state = vm.state() + "/";
    var name = volume.name();
    var fileSystem = volume.fileSystem();
    var serial = Optional.of(serial(volume)).filter(_ -> Capability.SERIAL.isOn(hypervisor));
    boolean isQcow2 = volume.format().value() == VolumeFormat.QCOW2;
    return new DiskView(
        volume
            .image()
            .map(it -> it.map(HostPath::text))
            .orElseGet(() -> name.map(_ -> path.text().substring(state.length()))),
        !isQcow2 && volume.mount().isPresent(),
        !isQcow2 || hypervisor == Hypervisor.CLOUD_HYPERVISOR,
        isQcow2,
        volume.format(),
        volume.direct(),
        volume.size().map(Size::mib),
        name.map(it -> DiskNames.label(it.text(), fileSystem.value())),
        serial,
        serial.map(it -> it.map(text -> "/dev/disk/by-id/virtio-" + text)),
        fileSystem,
        switch (fileSystem.value()) {
          case EXT4 -> "e2fsprogs";
          case XFS -> "xfsprogs";
          case BTRFS -> "btrfs-progs";
        },
        volume.mount());
  }

  /// A disk of homelabc's own, just large enough for ext4 with a journal.
  ///
  /// @param name comes from what it is needed for
  static DiskView small(Sourced<String> name, HostPath mount) {
    return new DiskView(
        name.map(it -> it + ".img"),
        true,
        true,
        false,
        name.map(_ -> VolumeFormat.RAW),
        name.map(_ -> false),
        name.map(_ -> 16L),
        name,
        Optional.empty(),
        Optional.empty(),
        name.map(_ -> FileSystem.EXT4),
        "e2fsprogs",
        Optional.of(name.map(_ -> mount)));
  }

  private static Sourced<String> serial(Volume volume) {
    return volume.serial().orElseGet(() -> volume.name().map(it -> DiskNames.serial(it.text())));
  }
}
