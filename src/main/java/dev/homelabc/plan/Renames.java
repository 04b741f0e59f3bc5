package dev.homelabc.plan;

import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Volume;
import dev.homelabc.plan.Subject.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// VMs that came and look like one that went.
final class Renames {
  private final List<MicroVm> gone;
  private final Side now;

  Renames(Side old, Side now) {
    this.gone =
        old.lab().microVms().stream()
            .filter(it -> now.microVm(it.name().text()).isEmpty())
            .toList();
    this.now = now;
  }

  /// The name that a VM may have had. What tells it is its address, its MAC address or, where it
  /// has volumes, these.
  Optional<String> of(Subject subject) {
    return subject.kind() != Kind.MICROVM
        ? Optional.empty()
        : now.microVm(subject.name())
            .flatMap(it -> gone.stream().filter(other -> isLike(other, it)).findFirst())
            .map(MicroVm::toString);
  }

  private static boolean isLike(MicroVm old, MicroVm now) {
    boolean isThere = old.nic().address().isPresent() && address(old).equals(address(now));
    boolean isSame = old.nic().mac().value().equals(now.nic().mac().value());
    boolean keepsSame = !old.volumes().isEmpty() && volumes(old).equals(volumes(now));
    return isThere || isSame || keepsSame;
  }

  private static Optional<?> address(MicroVm vm) {
    return vm.nic().address().map(it -> it.value());
  }

  private static Set<String> volumes(MicroVm vm) {
    return new HashSet<>(vm.volumes()).stream().map(Renames::text).collect(Collectors.toSet());
  }

  private static String text(Volume volume) {
    return volume.name() + " " + volume.mount() + " " + volume.size() + " " + volume.format();
  }
}
