package dev.homelabc.rule.capacity;

import dev.homelabc.model.Compute;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Size;
import java.util.Comparator;
import java.util.List;

/// What a VM asks of the machine that runs it, or several that are alike.
///
/// @param name of the VM, or of what the several are made from
/// @param disks of one of them; images grow as they are written to, up to these sizes
/// @param isElastic whether a memory balloon gives the host back what the guest frees
/// @param isSupposed whether the lab does not have them, but somebody asks what if it had
public record Demand(
    String name,
    int count,
    Sourced<Integer> vcpu,
    Sourced<Size> memory,
    List<Sourced<Size>> disks,
    boolean isElastic,
    boolean isSupposed) {
  public Demand {
    disks = List.copyOf(disks);
  }

  static Demand of(MicroVm vm) {
    var disks = vm.volumes().stream().map(MicroVm.Volume::size).toList();
    boolean isElastic = vm.hardware().balloon().value();
    return new Demand(vm.name().text(), 1, vm.vcpu(), vm.memory(), disks, isElastic, false);
  }

  static Demand of(OpenShiftVm vm) {
    var disks = List.of(vm.disk().size());
    return switch (vm.compute()) {
      case Compute.Own(var vcpu, var memory) ->
          new Demand(vm.name().text(), 1, vcpu, memory, disks, false, false);
      // How large an instance type is, its cluster knows.
      case Compute.InstanceType(var type) -> {
        var origin = type.origin().asDefault();
        var vcpu = new Sourced<>(1, origin);
        var memory = new Sourced<>(new Size(1024), origin);
        yield new Demand(vm.name().text(), 1, vcpu, memory, disks, false, false);
      }
    };
  }

  /// What all of them ask for. A stand-in for what could not be read asks for nothing.
  public long amount(Resource resource) {
    long one =
        switch (resource) {
          case MEMORY -> memory.origin().isDefault() ? 0 : memory.value().mib();
          case CPU -> vcpu.origin().isDefault() ? 0 : vcpu.value();
          case DISK -> disks.stream().mapToLong(it -> it.value().mib()).sum();
        };
    return one * count;
  }

  /// Where the most of it is asked for. There is such a place if anything is.
  Origin origin(Resource resource) {
    return switch (resource) {
      case MEMORY -> memory.origin();
      case CPU -> vcpu.origin();
      case DISK -> disks.stream().max(Comparator.comparing(Sourced::value)).orElseThrow().origin();
    };
  }
}
