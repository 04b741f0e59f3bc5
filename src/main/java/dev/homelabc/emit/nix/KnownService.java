package dev.homelabc.emit.nix;

import dev.homelabc.emit.NixName;
import dev.homelabc.emit.nix.VmView.OwnerView;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Service;
import dev.homelabc.model.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What NixOS leaves to its user about a service. Read in nixpkgs' modules; most services need
/// nothing and are not here.
///
/// @param name as in `services.NAME`
/// @param unfree packages that NixOS refuses to build unless they are allowed
/// @param home the folder that the service expects to be its own and does not make so
record KnownService(String name, List<String> unfree, Optional<Home> home) {
  /// @param setting the option that names the folder
  /// @param id user and group number. NixOS would give a number at each start, counting from 999
  ///   down; the files in a share outlive that.
  private record Home(String setting, String folder, String user, int id) {}

  private static final List<KnownService> ALL =
      List.of(
          new KnownService(
              "dockerRegistry",
              List.of(),
              Optional.of(
                  new Home("storagePath", "/var/lib/docker-registry", "docker-registry", 415))),
          // Business Source License.
          new KnownService("vault", List.of("vault"), Optional.empty()));

  static List<Sourced<String>> unfree(MicroVm vm) {
    var packages = new TreeMap<String, Sourced<String>>();
    for (var service : vm.services()) {
      matching(service)
          .flatMap(known -> known.unfree.stream())
          .forEach(it -> packages.putIfAbsent(it, service.name().map(_ -> it)));
    }
    return List.copyOf(packages.values());
  }

  /// The services' folders that are shares or volumes, whose owner the guest has to set.
  static List<OwnerView> owners(MicroVm vm) {
    return vm.services().stream()
        .flatMap(service -> matching(service).flatMap(known -> known.owner(service).stream()))
        .filter(owner -> mounts(vm).anyMatch(owner.folder().value()::equals))
        .toList();
  }

  private static Stream<KnownService> matching(Service service) {
    return ALL.stream().filter(known -> known.name.equals(service.name().value()));
  }

  private Optional<OwnerView> owner(Service service) {
    var name = service.name();
    return home.map(it ->
        new OwnerView(
            service.text(it.setting).orElseGet(() -> name.map(_ -> it.folder)),
            name.map(_ -> new NixName(it.user)),
            name.map(_ -> it.id)));
  }

  private static Stream<String> mounts(MicroVm vm) {
    return Stream.concat(
        vm.shares().stream().map(share -> share.mount().value().text()),
        vm.volumes().stream()
            .flatMap(volume -> volume.mount().stream())
            .map(mount -> mount.value().text()));
  }
}
