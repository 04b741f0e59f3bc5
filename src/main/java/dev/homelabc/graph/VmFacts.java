package dev.homelabc.graph;

import dev.homelabc.model.Compute;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.RootDisk.Image;
import dev.homelabc.model.Vm;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the boxes of VMs say.
final class VmFacts {
  private VmFacts() {}

  static String id(Vm vm) {
    return "vm:" + vm.name();
  }

  /// How a VM is reached.
  static Node attached(MicroVm vm) {
    var facts = new ArrayList<Fact>();
    for (var nic : vm.nics()) {
      facts.add(Fact.of("ip", nic.ip()).in(nic.vlan().value().bridgeId()));
      nic.device()
          .ifPresent(it ->
              facts.add(
                  Fact.of(
                      switch (nic.link()) {
                        case MicroVm.Link.Tap _ -> "tap";
                        case MicroVm.Link.Macvtap _ -> "macvtap";
                        case MicroVm.Link.Bridge _ -> "bridge";
                      },
                      it)));
    }
    vm.userNics().forEach(it -> facts.add(Fact.of("interface", it.name() + " (user)")));
    vm.vsock().ifPresent(it -> facts.add(Fact.of("cid", it)));
    ports(vm).ifPresent(facts::add);
    return Node.box(id(vm), Kind.VM, vm.name().text(), facts).noted(note(vm));
  }

  /// How a VM is reached.
  static Node attached(OpenShiftVm vm) {
    var facts = new ArrayList<Fact>();
    for (var it : vm.networks()) {
      var network = it.network().value();
      var ip = it.address().map(Object::toString).orElse("dhcp");
      var fact = Fact.of("ip", vm.networks().size() == 1 ? ip : ip + " " + network.name());
      facts.add(network.vlan().map(vlan -> fact.in(vlan.value())).orElse(fact));
    }
    ports(vm).ifPresent(facts::add);
    return Node.box(id(vm), Kind.VM, vm.name().text(), facts).noted(note(vm));
  }

  /// What a VM has.
  static Node equipped(MicroVm vm) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("vcpu", vm.vcpu()));
    facts.add(Fact.of("memory", vm.memory()));
    if (vm.hypervisor().value() != Hypervisor.QEMU) {
      facts.add(Fact.of("hypervisor", vm.hypervisor()));
    }
    vm.volumes().forEach(it -> facts.add(Fact.of("volume", it.name() + " " + it.size())));
    vm.shares().forEach(it -> facts.add(Fact.of("share", it.name() + " " + it.mount())));
    vm.hardware().gpu().ifPresent(it -> facts.add(Fact.of("gpu", it)));
    vm.hardware().pci().forEach(it -> facts.add(Fact.of("pci", it)));
    vm.hardware().usb().forEach(it -> facts.add(Fact.of("usb", it)));
    vm.services().forEach(it -> facts.add(Fact.of("service", it.name())));
    if (!vm.autostart().value()) {
      facts.add(Fact.of("autostart", "false"));
    }
    return Node.box(id(vm), Kind.VM, vm.name().text(), facts).noted(note(vm));
  }

  /// What a VM has.
  static Node equipped(OpenShiftVm vm) {
    var facts = new ArrayList<Fact>();
    switch (vm.compute()) {
      case Compute.Own(var vcpu, var memory) -> {
        facts.add(Fact.of("vcpu", vcpu));
        facts.add(Fact.of("memory", memory));
      }
      case Compute.InstanceType(var name) -> facts.add(Fact.of("instance-type", name));
    }
    facts.add(Fact.of("disk", vm.disk().size()));
    facts.add(
        switch (vm.disk().image().value()) {
          case Image.Url(var url) -> Fact.of("image", url.substring(url.lastIndexOf('/') + 1));
          case Image.Registry(var reference) -> Fact.of("registry", reference);
          case Image.Claim(var namespace, var name) -> Fact.of("pvc", namespace + "/" + name);
          case Image.Snapshot(var namespace, var name) ->
              Fact.of("snapshot", namespace + "/" + name);
          case Image.DataSource(var namespace, var name) ->
              Fact.of("source-ref", namespace + "/" + name);
        });
    vm.gpus().forEach(it -> facts.add(Fact.of("gpu", it.resource())));
    vm.nodeSelector().forEach((key, value) -> facts.add(Fact.of("node", key + "=" + value)));
    return Node.box(id(vm), Kind.VM, vm.name().text(), facts).noted(note(vm));
  }

  private static Optional<String> note(Vm vm) {
    return vm.description().map(Object::toString);
  }

  private static Optional<Fact> ports(Vm vm) {
    return vm.ports().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fact.of(
                "port",
                vm.ports().stream()
                    .map(it -> it.name() + " " + it.range())
                    .collect(Collectors.joining(", "))));
  }

  /// The id of the VLANs that a VM's interfaces are in, in their order, each once.
  static List<VlanId> vlans(MicroVm vm) {
    return vm.nics().stream().map(it -> it.vlan().value().bridgeId()).distinct().toList();
  }
}
