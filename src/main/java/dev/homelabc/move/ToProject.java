package dev.homelabc.move;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftProject.Network;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Stated;
import dev.homelabc.model.Vlan;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.value.GuestAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A microVM leaves its host for a project.
final class ToProject {
  /// MiB for a system, where nothing says how large it is.
  private static final long SYSTEM = 20 * 1024;

  /// The largest `first`.
  private static final int FARTHEST = 65535;

  private final Declaration vm;
  private final OpenShiftProject project;
  private final List<Nic> nics;
  private final List<Addition> additions = new ArrayList<>();

  /// A NIC in a VLAN, and the network of the project that is the same.
  ///
  /// @param name of its block; empty where the VM's own lines describe it
  private record Nic(
      String name, Vlan vlan, Optional<GuestAddress> ip, Optional<Network> network) {}

  /// @param bound the VM, if it could be bound
  ToProject(Lab lab, Declaration vm, Optional<MicroVm> bound, OpenShiftProject project) {
    this.vm = vm;
    this.project = project;
    this.nics =
        bound
            .map(it -> it.nics().stream().map(this::nic).toList())
            .orElseGet(() ->
                vm.one("vlan", String.class).stream()
                    .flatMap(name -> lab.vlans().stream().filter(it -> is(it, name.value())))
                    .map(vlan -> nic("", vlan, vm.one("ip", GuestAddress.class)))
                    .toList());
  }

  Outcome outcome() {
    additions.add(
        new Addition(
            "image " + image(),
            Message.of("what its disk is copied from: an image with all that the VM needs")));
    additions.add(disk());
    var networks =
        nics.stream()
            .flatMap(it -> it.network().stream())
            .map(it -> it.name().text())
            .distinct()
            .collect(Collectors.joining(" "));
    if (!networks.isEmpty()) {
      additions.add(
          new Addition("network " + networks, Message.of("the networks that are its VLANs")));
    }
    var items = vm.stated().stream().filter(it -> !is(it, "on")).map(this::item).toList();
    return new Outcome(items, additions);
  }

  private Item item(Stated line) {
    return switch (line.property().name()) {
      case "port" -> Item.check(line, Reasons.PORT_IN_A_PROJECT);
      case "gpu" -> Item.left(line, Reasons.GPU_OF_A_HOST);
      case "vlan" -> vlan(line, "");
      case "interface" -> vlan(line, line.words().substring("interface ".length()));
      case "ip" -> ip(line);
      case "autostart" -> start(line);
      default ->
          switch (line.property().platform()) {
            case ANY, OPENSHIFT -> Item.carried(line);
            case MICROVM -> Item.left(line, Reasons.of(Platform.MICROVM, line.property().name()));
          };
    };
  }

  private Item vlan(Stated line, String name) {
    return nic(name)
        .flatMap(Nic::network)
        .map(it -> Item.changed(line, Message.of("is `network {0}` of the project", it.name())))
        .orElseGet(() -> Item.left(line, Reasons.of(Platform.MICROVM, line.property().name())));
  }

  private Item ip(Stated line) {
    var network = nic("").flatMap(Nic::network);
    var range = network.flatMap(Network::range).map(Sourced::value);
    var fixed = nic("").flatMap(Nic::ip).filter(Ipv4.class::isInstance).map(Ipv4.class::cast);
    if (network.isPresent() && range.isEmpty()) {
      return Item.changed(
          line, Message.of("comes by DHCP: network `{0}` has no `range`", network.get().name()));
    }
    if (range.isEmpty() || fixed.isEmpty() || !range.get().contains(fixed.get())) {
      return Item.left(line, Reasons.of(Platform.MICROVM, "ip"));
    }
    int first = fixed.get().bits() - range.get().network().bits();
    if (first < 1 || first > FARTHEST) {
      return Item.left(line, Reasons.of(Platform.MICROVM, "ip"));
    }
    additions.add(
        new Addition("first " + first, Message.of("keeps the address `{0}`", fixed.get())));
    return Item.changed(
        line, Message.of("is `first {0}`, its place in the range of the network", first));
  }

  private Item start(Stated line) {
    if (vm.one("autostart", Boolean.class).map(Sourced::value).orElse(true)) {
      return Item.changed(line, Message.of("is `run-strategy Always`, as without it"));
    }
    additions.add(
        new Addition("run-strategy Manual", Message.of("it waits until somebody starts it")));
    return Item.changed(line, Message.of("is `run-strategy Manual`"));
  }

  private Addition disk() {
    long volumes =
        vm.each("volume", "size", Size.class).stream().mapToLong(it -> it.value().mib()).sum();
    return new Addition(
        "disk " + new Size(SYSTEM + volumes),
        volumes == 0
            ? Message.of("its one disk, with room for the system")
            : Message.of("its one disk, with room for the system and what is on its volumes"));
  }

  /// Where the images of the project lie, if it says so.
  private String image() {
    var folder =
        project.imageMirrors().stream()
            .map(Sourced::value)
            .findFirst()
            .orElse("https://images.example.com");
    return folder + (folder.endsWith("/") ? "" : "/") + vm.base() + ".qcow2";
  }

  private Optional<Nic> nic(String name) {
    return nics.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  private Nic nic(MicroVm.Nic nic) {
    return nic(
        nic.name().map(it -> it.value().text()).orElse(""),
        nic.vlan().value(),
        Optional.of(nic.ip().map(it -> it)));
  }

  private Nic nic(String name, Vlan vlan, Optional<Sourced<GuestAddress>> ip) {
    return new Nic(
        name,
        vlan,
        ip.map(Sourced::value),
        project.networks().stream().filter(it -> Wires.same(it, vlan)).findFirst());
  }

  private static boolean is(Vlan vlan, String name) {
    return vlan.name().text().equals(name);
  }

  private static boolean is(Stated line, String property) {
    return line.property().name().equals(property);
  }
}
