package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.MicroVm;
import dev.homelabc.value.HostPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a guest keeps the keys by which SSH clients know it again.
///
/// Its root file system is empty at each start, so without a place for them every restart would
/// look like an attack to `known_hosts`, and secrets encrypted to the machine could not be read.
/// Source: microvm.nix issue 52.
///
/// @param folder in the guest
/// @param place what is mounted there, where none of the VM's own shares and volumes is
public record HostKeys(String folder, Optional<Place> place) {
  private static final String NAME = "ssh_host_keys";

  /// Where NixOS makes them if nobody says otherwise.
  private static final String STANDARD = "/etc/ssh";

  private static final String FOLDER = "/var/lib/ssh";

  /// What is mounted there.
  public enum Place {
    SHARE,
    VOLUME
  }

  /// Nothing where the guest has no SSH server, or keeps what NixOS makes.
  static Optional<HostKeys> of(MicroVm vm) {
    if (vm.sshPorts().isEmpty() || isKept(vm, STANDARD)) {
      return Optional.empty();
    }
    return Optional.of(
        new HostKeys(
            FOLDER,
            isKept(vm, FOLDER)
                ? Optional.empty()
                : Optional.of(VmView.isStoreShared(vm) ? Place.SHARE : Place.VOLUME)));
  }

  private static boolean isKept(MicroVm vm, String folder) {
    var mounts =
        Stream.concat(
            vm.shares().stream()
                .filter(share -> !share.readOnly().value())
                .map(share -> share.mount()),
            vm.volumes().stream().flatMap(volume -> volume.mount().stream()));
    return mounts.map(mount -> mount.value().text() + "/").anyMatch((folder + "/")::startsWith);
  }

  /// The host's folder that is shared: not in the VM's state directory, so that one can be made
  /// before the VM is installed.
  public static Optional<HostPath> source(MicroVm vm) {
    return of(vm)
        .flatMap(HostKeys::place)
        .filter(Place.SHARE::equals)
        .map(_ -> new HostPath("/var/lib/homelab/" + vm.name() + "/ssh"));
  }

  static Optional<VmView.ShareView> share(MicroVm vm) {
    return source(vm)
        .map(source ->
            new VmView.ShareView("virtiofs", NAME, source.text(), FOLDER, false, Optional.empty()));
  }

  static Optional<DiskView> disk(MicroVm vm) {
    return of(vm)
        .flatMap(HostKeys::place)
        .filter(Place.VOLUME::equals)
        .map(_ -> DiskView.small(NAME, FOLDER));
  }

  /// `services.openssh.hostKeys`. One kind suffices: every client of today knows it.
  Nix option() {
    Map<String, Nix> key = new LinkedHashMap<>();
    key.put("path", new Nix.Text(folder + "/ssh_host_ed25519_key"));
    key.put("type", new Nix.Text("ed25519"));
    return new Nix.ListOf(List.of(new Nix.Attributes(key)));
  }
}
