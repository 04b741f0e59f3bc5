package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.MicroVm;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.PortRange.Protocol;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
        vm.ports().stream()
            .map(port -> port.range().value())
            .filter(range -> range.protocol() == protocol)
            .distinct()
            .sorted(Comparator.comparingInt(PortRange::from).thenComparingInt(PortRange::to))
            .toList();
    var singles = ranges.stream().filter(PortRange::isSingle).map(PortRange::from).toList();
    if (!singles.isEmpty()) {
      options.put(option + "Ports", Nix.wholes(singles));
    }
    var runs = ranges.stream().filter(range -> !range.isSingle()).map(Firewall::range).toList();
    if (!runs.isEmpty()) {
      options.put(option + "PortRanges", new Nix.ListOf(runs));
    }
  }

  static Nix range(PortRange range) {
    var bounds = new LinkedHashMap<String, Nix>();
    bounds.put("from", new Nix.Whole(range.from()));
    bounds.put("to", new Nix.Whole(range.to()));
    return new Nix.Attributes(bounds);
  }
}
