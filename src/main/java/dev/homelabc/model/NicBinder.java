package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.GuestIp;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.InterfaceType;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Binds the network interfaces of a microVM: the one that its own lines describe, and those of its
/// `interface` blocks.
record NicBinder(Names<Vlan> vlans, Assigned assigned, Values vm, Replicas.Replica replica) {
  private static final String BLOCK = "interface";

  private static final List<String> OWN = List.of("vlan", "ip");

  /// @param isUsable whether the VM has a first interface that can be read
  record Nics(List<MicroVm.Nic> nics, List<MicroVm.UserNic> userNics, boolean isUsable) {}

  Nics bind() {
    var nics = new ArrayList<MicroVm.Nic>();
    var userNics = new ArrayList<MicroVm.UserNic>();
    var blocks = vm.fields().all(BLOCK);
    boolean isUsable = true;
    if (!hasOwn(vm)) {
      Stream.of("mac", "tap").forEach(it -> vm.idle(it, Message.of("`vlan` and `ip`")));
    } else {
      var own = own();
      own.ifPresent(nics::add);
      isUsable = own.isPresent();
    }
    for (var block : blocks) {
      var values = vm.in(block);
      var name = vm.argument(block, 0, Name.class);
      var type = values.the("type", InterfaceType.class).value();
      idle(values, type);
      if (name.isEmpty()) {
        continue;
      }
      switch (type) {
        case TAP -> nic(name, tap(name.get(), values), values).ifPresent(nics::add);
        case MACVTAP -> nic(name, macvtap(name.get(), values), values).ifPresent(nics::add);
        case BRIDGE -> nic(name, port(values), values).ifPresent(nics::add);
        case USER -> user(name.get(), values).ifPresent(userNics::add);
      }
    }
    return new Nics(nics, userNics, isUsable && !nics.isEmpty());
  }

  /// Whether the VM's own lines describe an interface: they say so, or no block is one in a VLAN.
  static boolean hasOwn(Values vm) {
    return OWN.stream()
            .anyMatch(it -> vm.fields().one(it).isPresent() || vm.fields().spoilt().contains(it))
        || vm.fields().all(BLOCK).stream()
            .map(it -> vm.in(it).the("type", InterfaceType.class).value())
            .noneMatch(it -> it != InterfaceType.USER);
  }

  /// What a VM, or the interface of a block, can leave to `auto`.
  static Set<AutoProperty> autos(Values values) {
    if (!values.property().name().equals(BLOCK)) {
      return hasOwn(values) ? EnumSet.allOf(AutoProperty.class) : EnumSet.of(AutoProperty.VSOCK);
    }
    return switch (values.the("type", InterfaceType.class).value()) {
      case TAP, MACVTAP -> EnumSet.of(AutoProperty.IP, AutoProperty.MAC, AutoProperty.TAP);
      case BRIDGE -> EnumSet.of(AutoProperty.IP, AutoProperty.MAC);
      case USER -> EnumSet.of(AutoProperty.MAC);
    };
  }

  /// Whether a VM, or the interface of a block, makes nothing of a property of interfaces.
  static boolean isIdle(String property, Values values) {
    var auto = AutoProperty.named(property);
    return auto.isPresent()
        && List.of("vm", BLOCK).contains(values.property().name())
        && !autos(values).contains(auto.get());
  }

  private Optional<MicroVm.Nic> own() {
    return nic(Optional.empty(), Optional.of(new MicroVm.Link.Tap(ownTap())), vm);
  }

  private Sourced<InterfaceName> ownTap() {
    if (isAuto(Optional.empty(), AutoProperty.TAP)) {
      return vm.the("tap", InterfaceName.class);
    }
    var tap = OwnName.of("tap", InterfaceName.class, vm, replica);
    assigned.state(tap);
    return tap;
  }

  private boolean isAuto(Optional<Name> nic, AutoProperty property) {
    return assigned.isAuto(new Slot(replica.name(), nic, property));
  }

  private Optional<MicroVm.Nic> nic(
      Optional<Sourced<Name>> name, Optional<MicroVm.Link> link, Values block) {
    var vlan = block.required("vlan", String.class, "vlan services").flatMap(vlans::resolve);
    var ip = block.required("ip", GuestIp.class, "ip 10.0.20.10");
    var mac = mac(block);
    Stream.of(ip, mac).flatMap(Optional::stream).forEach(assigned::state);
    vlan.ifPresent(it -> assigned.ask(replica.name(), name.map(Sourced::value), it.value(), ip));
    if (vlan.isEmpty() || ip.isEmpty() || mac.isEmpty() || link.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new MicroVm.Nic(name, vlan.get(), ip.get(), mac.get(), link.get()));
  }

  private Optional<MicroVm.Link> tap(Sourced<Name> name, Values block) {
    return device(name, block).map(MicroVm.Link.Tap::new);
  }

  private Optional<MicroVm.Link> macvtap(Sourced<Name> name, Values block) {
    var device = device(name, block);
    var under = block.required("link", InterfaceName.class, "link enp2s0");
    var mode = block.required("mode", String.class, "mode bridge");
    return device.isPresent() && under.isPresent() && mode.isPresent()
        ? Optional.of(new MicroVm.Link.Macvtap(device.get(), under.get(), mode.get()))
        : Optional.empty();
  }

  private static Optional<MicroVm.Link> port(Values block) {
    return block
        .required("bridge", InterfaceName.class, "bridge br1")
        .map(MicroVm.Link.Bridge::new);
  }

  /// The name of a TAP or macvtap on the host.
  private Optional<Sourced<InterfaceName>> device(Sourced<Name> name, Values block) {
    if (isAuto(Optional.of(name.value()), AutoProperty.TAP)) {
      return block.one("tap", InterfaceName.class);
    }
    var device = OwnName.given("tap", InterfaceName.class, block, replica);
    device.ifPresent(assigned::state);
    return device;
  }

  private Optional<Sourced<MacAddress>> mac(Values block) {
    return block.one("mac", MacAddress.class).filter(this::isUnicast);
  }

  /// In the VLAN of the VM's first interface, where it waits for an address.
  private Optional<MicroVm.UserNic> user(Sourced<Name> name, Values block) {
    var mac = mac(block);
    mac.ifPresent(assigned::state);
    Stream.concat(Stream.of(vm), vm.fields().all(BLOCK).stream().map(vm::in))
        .flatMap(it -> it.one("vlan", String.class).stream())
        .findFirst()
        .flatMap(vlans::resolve)
        .ifPresent(it ->
            assigned.ask(replica.name(), Optional.of(name.value()), it.value(), Optional.empty()));
    return mac.map(it -> new MicroVm.UserNic(name, it));
  }

  /// Reports what an interface of a type makes nothing of.
  private static void idle(Values block, InterfaceType type) {
    if (type != InterfaceType.MACVTAP) {
      Stream.of("link", "mode").forEach(it -> block.idle(it, Message.of("`type macvtap`")));
    }
    if (type != InterfaceType.BRIDGE) {
      block.idle("bridge", Message.of("`type bridge`"));
    }
    switch (type) {
      case TAP, MACVTAP -> {}
      case BRIDGE -> block.idle("tap", Message.of("`type tap` or `type macvtap`"));
      case USER ->
          Stream.of("vlan", "ip", "tap")
              .forEach(it -> block.idle(it, Message.of("an interface in a VLAN, such as a TAP")));
    }
  }

  /// Read addresses are; those of replicas may count out of the first octet.
  private boolean isUnicast(Sourced<MacAddress> mac) {
    if (mac.value().isMulticast()) {
      vm.report()
          .accept(
              Diagnostic.at(
                      mac.place(),
                      MacAddress.MULTICAST,
                      Message.of(
                          "replicas that begin with `{0}` count up to a multicast address",
                          mac.place().text()),
                      Message.of("counted from here"))
                  .help(Message.of("begin with a smaller address")));
    }
    return !mac.value().isMulticast();
  }
}
