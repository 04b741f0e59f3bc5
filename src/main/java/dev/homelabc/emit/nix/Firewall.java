package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vm.Port;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.PortRange.Protocol;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `networking.firewall` of a VM: the ports that it names, sorted, each once.
final class Firewall {
  private Firewall() {}

  static Optional<Nix> of(MicroVm vm) {
    var options = new LinkedHashMap<String, Nix>();
    open(options, vm, Protocol.TCP, "allowedTCP");
    open(options, vm, Protocol.UDP, "allowedUDP");
    return options.isEmpty() ? Optional.empty() : Optional.of(new Nix.Attributes(options));
  }

  private static void open(Map<String, Nix> options, MicroVm vm, Protocol protocol, String option) {
    var ranges =
        new TreeMap<PortRange, Sourced<PortRange>>(
            Comparator.comparingInt(PortRange::from).thenComparingInt(PortRange::to));
    vm.ports().stream()
        .map(Port::range)
        .filter(range -> range.value().protocol() == protocol)
        .forEach(range -> ranges.putIfAbsent(range.value(), range));
    var singles =
        ranges.values().stream()
            .filter(range -> range.value().isSingle())
            .map(range -> range.map(PortRange::from))
            .toList();
    if (!singles.isEmpty()) {
      options.put(option + "Ports", Nix.wholes(singles));
    }
    var runs =
        ranges.values().stream()
            .filter(range -> !range.value().isSingle())
            .map(Firewall::range)
            .toList();
    if (!runs.isEmpty()) {
      options.put(option + "PortRanges", new Nix.ListOf(runs));
    }
  }

  static Nix range(Sourced<PortRange> range) {
    var bounds = new LinkedHashMap<String, Nix>();
    bounds.put("from", Nix.whole(range.map(PortRange::from)));
    bounds.put("to", Nix.whole(range.map(PortRange::to)));
    return new Nix.From(range.origin(), new Nix.Attributes(bounds));
  }
}
