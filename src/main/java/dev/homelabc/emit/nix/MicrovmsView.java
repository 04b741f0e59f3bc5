package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Start;
import dev.homelabc.value.HostPath;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// `hosts/HOST/microvms.nix`: which VMs the host runs.
///
/// @param isImperative whether the VMs are installed one by one
/// @param stateDir where that is not microvm.nix's own
/// @param autostart VMs that start with the host
record MicrovmsView(
    boolean isImperative,
    String arguments,
    Optional<Sourced<HostPath>> stateDir,
    Nix autostart,
    List<Entry> vms,
    List<Order> orders) {
  record Entry(Sourced<NixName> name, Sourced<Boolean> autostart) {}

  /// A VM's unit and the units that it waits for.
  record Order(Sourced<String> unit, Nix after) {
    /// @param after one VM's, the first one first
    private static Order of(List<Start> after) {
      var vm = after.getFirst().vm().named();
      return new Order(
          vm.map(it -> "microvm@" + it),
          Nix.texts(
              after.stream()
                  .map(it -> it.after().map(before -> "microvm@" + before + ".service"))
                  .toList()));
    }
  }

  static MicrovmsView of(Lab lab, Host host) {
    var vms = lab.on(host);
    var orders = orders(lab, host);
    return new MicrovmsView(
        host.isImperative(),
        host.isImperative() && !orders.isEmpty() ? "lib, ..." : "...",
        Optional.of(host.storageRoot()).filter(root -> !root.value().equals(Host.STATE)),
        Nix.texts(
            vms.stream()
                .filter(vm -> vm.autostart().value())
                .map(vm -> vm.autostart().map(_ -> vm.name()))
                .toList()),
        vms.stream()
            .map(vm -> new Entry(vm.named().map(it -> new NixName(it.text())), vm.autostart()))
            .toList(),
        orders);
  }

  private static List<Order> orders(Lab lab, Host host) {
    var orders = new TreeMap<String, TreeMap<String, Start>>();
    for (var start : lab.starts()) {
      if (start.vm().on().value().name().equals(host.name())) {
        orders
            .computeIfAbsent("microvm@" + start.vm(), _ -> new TreeMap<>())
            .putIfAbsent("microvm@" + start.after() + ".service", start);
      }
    }
    return orders.values().stream().map(it -> Order.of(List.copyOf(it.values()))).toList();
  }
}
