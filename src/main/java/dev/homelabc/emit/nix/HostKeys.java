package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.ShareProtocol;
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
/// @param server the port of the SSH server that has the keys
/// @param folder in the guest
/// @param place what is mounted there, where none of the VM's own shares and volumes is
public record HostKeys(Origin server, HostPath folder, Optional<Place> place) {
  private static final String NAME = "ssh_host_keys";

  /// Where NixOS makes them if nobody says otherwise.
  private static final HostPath STANDARD = new HostPath("/etc/ssh");

  private static final HostPath FOLDER = new HostPath("/var/lib/ssh");

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
            vm.sshPorts().getFirst().origin(),
            FOLDER,
            isKept(vm, FOLDER)
                ? Optional.empty()
                : Optional.of(VmView.isStoreShared(vm) ? Place.SHARE : Place.VOLUME)));
  }

  private static boolean isKept(MicroVm vm, HostPath folder) {
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
  public static Optional<Sourced<HostPath>> source(MicroVm vm) {
    return of(vm)
        .filter(it -> it.place.filter(Place.SHARE::equals).isPresent())
        .map(it -> it.asked(new HostPath("/var/lib/homelab/" + vm.name() + "/ssh")));
  }

  static Optional<VmView.ShareView> share(MicroVm vm) {
    return source(vm)
        .map(source ->
            new VmView.ShareView(
                source.map(_ -> ShareProtocol.VIRTIOFS),
                source.map(_ -> NAME),
                source,
                source.map(_ -> FOLDER),
                source.map(_ -> false),
                Optional.empty()));
  }

  static Optional<DiskView> disk(MicroVm vm) {
    return of(vm)
        .filter(it -> it.place.filter(Place.VOLUME::equals).isPresent())
        .map(it -> DiskView.small(it.asked(NAME), FOLDER));
  }

  /// What is there because there is an SSH server.
  private <T> Sourced<T> asked(T value) {
    return new Sourced<>(value, server);
  }

  /// `services.openssh.hostKeys`. One kind suffices: every client of today knows it.
  Nix option() {
    Map<String, Nix> key = new LinkedHashMap<>();
    key.put("path", Nix.text(asked(folder + "/ssh_host_ed25519_key")));
    key.put("type", Nix.text(asked("ed25519")));
    return new Nix.From(server, new Nix.ListOf(List.of(new Nix.Attributes(key))));
  }
}
