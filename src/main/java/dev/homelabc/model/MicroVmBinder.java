package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.value.Cid;
import dev.homelabc.value.Dhcp;
import dev.homelabc.value.GuestIp;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.Size;
import dev.homelabc.value.Vsock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Binds VMs on a NixOS host.
///
/// @param lab properties of the lab that hold for VMs too
record MicroVmBinder(Sourced<Host> host, Names<Vlan> vlans, Fields lab, Assigned assigned) {

  /// The VM's properties over the lab's hypervisor, all assigned, and what its texts may name.
  Values scoped(Values vm, Name name) {
    var layered = assigned.to(name, vm.over(lab));
    var named = layered;
    for (var property : List.of("vlan", "ip", "mac", "hostname")) {
      var value = named.one(property, Object.class);
      if (value.isPresent() && !(value.get().value() instanceof Dhcp)) {
        named = named.with(property, value.get());
      }
    }
    return named.with("hostname", named.the("hostname", Name.class));
  }

  /// Empty if the VM has no usable network interface: the laws would compare what is not there.
  /// Other mistakes, all reported, leave a stand-in that no law minds.
  Optional<MicroVm> bind(Values vm, Replicas.Replica replica) {
    PlatformCheck.check(vm, Platform.MICROVM);
    var vcpu = vm.required("vcpu", Integer.class, "vcpu 2").orElse(vm.byDefault(1));
    var memory =
        vm.required("memory", Size.class, "memory 4GiB").orElse(vm.byDefault(new Size(1024)));
    var vlan = vm.required("vlan", String.class, "vlan services").flatMap(vlans::resolve);
    var ip = vm.required("ip", GuestIp.class, "ip 10.0.20.10");
    var mac = vm.one("mac", MacAddress.class).filter(it -> isUnicast(it, vm));
    var hostname = ownName("hostname", Name.class, vm, replica);
    var isAutoTap = assigned.isAuto(replica.name(), AutoProperty.TAP);
    var tap =
        isAutoTap
            ? vm.the("tap", InterfaceName.class)
            : ownName("tap", InterfaceName.class, vm, replica);
    var vsock = vm.the("vsock", Vsock.class);
    Stream.of(ip, mac, Optional.of(vsock), Optional.of(tap).filter(_ -> !isAutoTap))
        .flatMap(Optional::stream)
        .forEach(assigned::state);
    vlan.ifPresent(it -> assigned.ask(replica.name(), it.value(), ip));
    if (vlan.isEmpty() || ip.isEmpty() || mac.isEmpty()) {
      return Optional.empty();
    }
    var hypervisor = vm.the("hypervisor", Hypervisor.class);
    return Optional.of(
        new MicroVm(
            replica.name(),
            Origin.written(vm.place()),
            vm.one("description", String.class),
            host,
            hypervisor,
            vcpu,
            memory,
            hostname,
            new MicroVm.Nic(vlan.get(), ip.get(), mac.get(), tap),
            vsock.value() instanceof Cid cid ? Optional.of(vsock.map(_ -> cid)) : Optional.empty(),
            ports(vm),
            DiskBinder.shares(vm),
            DiskBinder.volumes(vm),
            HardwareBinder.bind(vm, hypervisor.value()),
            services(vm),
            vm.many("module", String.class),
            vm.many("nix", String.class),
            vm.flag("autostart")));
  }

  /// Read addresses are; those of replicas may count out of the first octet.
  private static boolean isUnicast(Sourced<MacAddress> mac, Values vm) {
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

  private static List<MicroVm.Port> ports(Values vm) {
    var ports = new ArrayList<MicroVm.Port>();
    for (var entry : vm.fields().all("port")) {
      var name = vm.argument(entry, 0, Name.class);
      var range = vm.argument(entry, 1, PortRange.class);
      if (name.isPresent() && range.isPresent()) {
        ports.add(new MicroVm.Port(name.get(), range.get()));
      }
    }
    return ports;
  }

  private static List<MicroVm.Service> services(Values vm) {
    var services = new ArrayList<MicroVm.Service>();
    for (var entry : vm.fields().all("service")) {
      var settings = new LinkedHashMap<String, Setting>();
      settings.put("enable", new Setting.Flag(true));
      settings.putAll(Option.settings(entry.options()));
      vm.argument(entry, 0, String.class)
          .ifPresent(
              name -> services.add(new MicroVm.Service(name, new Setting.Attributes(settings))));
    }
    return services;
  }

  /// A name that is the VM's own; what all replicas would share is reported.
  private static <T> Sourced<T> ownName(
      String property, Class<T> type, Values vm, Replicas.Replica replica) {
    var given = vm.fields().one(property).map(it -> it.arguments().getFirst());
    if (given.isEmpty() || replica.isOnly() || given.get().isOpen()) {
      return vm.the(property, type);
    }
    var place = given.get().origin().place();
    vm.report()
        .accept(
            Diagnostic.at(
                    place,
                    ModelCodes.REPLICA_WITHOUT_INDEX,
                    Message.of("every replica would have the {0} `{1}`", property, place.text()),
                    Message.of("the same for all"))
                .help(Message.of("write `{0} \"…${index}\"`", property)));
    return vm.standard(property, type);
  }
}
