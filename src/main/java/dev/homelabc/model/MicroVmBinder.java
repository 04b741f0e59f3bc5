package dev.homelabc.model;

import dev.homelabc.schema.Property.Platform;
import dev.homelabc.value.Cid;
import dev.homelabc.value.Dhcp;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.Name;
import dev.homelabc.value.Size;
import dev.homelabc.value.Vsock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

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
    PlatformCheck.check(vm, Platform.MICROVM, replica.base(), host.value().name());
    var vcpu = vm.required("vcpu", Integer.class, "vcpu 2").orElse(vm.byDefault(1));
    var memory =
        vm.required("memory", Size.class, "memory 4GiB").orElse(vm.byDefault(new Size(1024)));
    var hostname = OwnName.of("hostname", Name.class, vm, replica);
    var bound = new NicBinder(vlans, assigned, vm, replica).bind();
    var vsock = vm.the("vsock", Vsock.class);
    assigned.state(vsock);
    if (!bound.isUsable()) {
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
            bound.nics(),
            bound.userNics(),
            vsock.value() instanceof Cid cid ? Optional.of(vsock.map(_ -> cid)) : Optional.empty(),
            Vm.Port.of(vm),
            DiskBinder.shares(vm),
            DiskBinder.volumes(vm),
            HardwareBinder.bind(vm, hypervisor.value()),
            services(vm),
            vm.many("module", String.class),
            vm.many("nix", String.class),
            vm.flag("autostart")));
  }

  private static List<MicroVm.Service> services(Values vm) {
    var services = new ArrayList<MicroVm.Service>();
    for (var entry : vm.fields().all("service")) {
      var settings = new LinkedHashMap<String, Setting>();
      settings.put("enable", new Setting.From(entry.head().asDefault(), new Setting.Flag(true)));
      settings.putAll(Option.settings(entry.options()));
      vm.argument(entry, 0, String.class)
          .ifPresent(
              name -> services.add(new MicroVm.Service(name, new Setting.Attributes(settings))));
    }
    return services;
  }
}
