package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.value.HostPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// `hosts/HOST/microvms.nix`: which VMs the host runs.
///
/// @param isImperative whether the VMs are installed one by one
/// @param stateDir where that is not microvm.nix's own
/// @param autostart VMs that start with the host
record MicrovmsView(
    boolean isImperative,
    String arguments,
    Optional<String> stateDir,
    Nix autostart,
    List<Entry> vms,
    List<Order> orders) {
  record Entry(NixName name, boolean autostart) {}

  /// A VM's unit and the units that it waits for.
  record Order(String unit, Nix after) {
    private static Order of(Map.Entry<String, TreeSet<String>> entry) {
      return new Order(entry.getKey(), Nix.texts(List.copyOf(entry.getValue())));
    }
  }

  static MicrovmsView of(Lab lab, Host host) {
    var vms = lab.on(host);
    var orders = orders(lab, host);
    return new MicrovmsView(
        host.isImperative(),
        host.isImperative() && !orders.isEmpty() ? "lib, ..." : "...",
        Optional.of(host.storageRoot().value())
            .filter(root -> !root.equals(Host.STATE))
            .map(HostPath::text),
        Nix.texts(vms.stream().filter(vm -> vm.autostart().value()).toList()),
        vms.stream()
            .map(vm -> new Entry(new NixName(vm.name().text()), vm.autostart().value()))
            .toList(),
        orders);
  }

  private static List<Order> orders(Lab lab, Host host) {
    var orders = new TreeMap<String, TreeSet<String>>();
    for (var start : lab.starts()) {
      if (start.vm().on().value().name().equals(host.name())) {
        orders
            .computeIfAbsent("microvm@" + start.vm(), _ -> new TreeSet<>())
            .add("microvm@" + start.after() + ".service");
      }
    }
    return orders.entrySet().stream().map(Order::of).toList();
  }
}
