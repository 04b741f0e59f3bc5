package dev.homelabc.model;

import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A virtual machine, one replica of it.
public sealed interface Vm extends Declared permits MicroVm, OpenShiftVm {
  /// A port, or run of ports, at which others reach a VM.
  record Port(Sourced<Name> name, Sourced<PortRange> range) {
    static List<Port> of(Values vm) {
      var ports = new ArrayList<Port>();
      for (var entry : vm.fields().all("port")) {
        var name = vm.argument(entry, 0, Name.class);
        var range = vm.argument(entry, 1, PortRange.class);
        if (name.isPresent() && range.isPresent()) {
          ports.add(new Port(name.get(), range.get()));
        }
      }
      return ports;
    }
  }

  Optional<Sourced<String>> description();

  List<Port> ports();
}
