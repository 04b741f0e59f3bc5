package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Nic;
import dev.homelabc.model.MicroVm.Share;
import dev.homelabc.model.MicroVm.Volume;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.model.Vm.Port;
import dev.homelabc.value.Cid;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.InterfaceAddress;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.PortRange.Protocol;
import dev.homelabc.value.Size;
import dev.homelabc.value.VlanId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// `lib/homelab-constants.nix`: the lab as data for the user's own modules.
///
/// People write `attrValues vm.ports` and `vm ? vsockCid`. So `ports` holds single TCP ports as
/// integers and nothing else, and what a machine does not have is absent, not null.
record ConstantsView(Nix common, Nix dns, Nix vlans, Nix hosts, Nix vms) {
  static ConstantsView of(Lab lab) {
    return new ConstantsView(
        common(lab),
        Values.list(lab.dns()),
        byName(lab.vlans(), Vlan::named, ConstantsView::vlan),
        byName(lab.hosts(), Host::named, ConstantsView::host),
        byName(lab.microVms(), MicroVm::named, ConstantsView::vm));
  }

  private static Nix common(Lab lab) {
    var common = new Entries();
    common.put("hypervisor", new Nix.Text(hypervisor(lab.microVms()).toString()));
    common.text("stateVersion", lab.stateVersion());
    lab.domain().ifPresent(domain -> common.text("domain", domain));
    lab.timeZone().ifPresent(zone -> common.text("timeZone", zone));
    return common.set();
  }

  /// What most VMs run on.
  private static Hypervisor hypervisor(List<MicroVm> vms) {
    var counts = new EnumMap<Hypervisor, Integer>(Hypervisor.class);
    counts.put(Hypervisor.QEMU, 0);
    vms.forEach(vm -> counts.merge(vm.hypervisor().value(), 1, Integer::sum));
    // Enum order, and max takes the last of equals.
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Hypervisor, Integer>comparingByKey().reversed())
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private static Nix vlan(Vlan vlan) {
    var entries = new Entries();
    vlan.tag().ifPresent(id -> entries.whole("id", id.map(VlanId::number)));
    entries.text("subnet", vlan.subnet());
    vlan.gateway().ifPresent(gateway -> entries.text("gateway", gateway));
    entries.whole("prefixLength", vlan.subnet().map(Cidr::prefix));
    vlan.mtu().ifPresent(mtu -> entries.whole("mtu", mtu));
    return entries.set();
  }

  private static Nix host(Host host) {
    var entries = new Entries();
    host.lan()
        .ifPresent(lan -> {
          entries.text("ip", lan.address().map(InterfaceAddress::address));
          entries.whole("prefixLength", lan.address().map(InterfaceAddress::prefix));
          lan.gateway().ifPresent(gateway -> entries.text("gateway", gateway));
        });
    entries.text("bridge", host.bridge().name());
    host.bridge().uplink().ifPresent(uplink -> entries.text("uplink", uplink));
    var names = new LinkedHashMap<String, Nix>();
    HostVlan.names(host).forEach((name, addresses) -> names.put(name, Nix.texts(addresses)));
    entries.put("addresses", new Nix.Attributes(names));
    host.cpus().ifPresent(cpus -> entries.whole("cpus", cpus));
    host.memory().ifPresent(memory -> entries.whole("mem", memory.map(Size::mib)));
    entries.whole("reserve", host.reserve().map(Size::mib));
    host.disk().ifPresent(disk -> entries.whole("disk", disk.map(Size::mib)));
    return entries.set();
  }

  private static Nix vm(MicroVm vm) {
    var entries = new Entries();
    entries.text("host", vm.on());
    nic(entries, vm.nic());
    vm.vsock().ifPresent(cid -> entries.whole("vsockCid", cid.map(Cid::number)));
    entries.whole("vcpu", vm.vcpu());
    entries.whole("mem", vm.memory().map(Size::mib));
    vm.nic().device().ifPresent(tap -> entries.text("tapId", tap));
    entries.text("hostname", vm.hostName());
    entries.put("interfaces", interfaces(vm));
    ports(entries, vm);
    if (!vm.shares().isEmpty()) {
      entries.put("storage", storage(vm.shares().getFirst()));
    }
    entries.put("shares", byName(vm.shares(), Share::name, ConstantsView::share));
    entries.put("volumes", byName(vm.volumes(), Volume::name, ConstantsView::volume));
    return entries.set();
  }

  private static void nic(Entries entries, Nic nic) {
    entries.text("vlan", nic.vlan());
    nic.address().ifPresent(ip -> entries.text("ip", ip));
    entries.text("mac", nic.mac());
  }

  /// Those of `interface` blocks, by name.
  private static Nix interfaces(MicroVm vm) {
    var interfaces = new TreeMap<String, Nix>();
    for (var nic : vm.nics()) {
      nic.name()
          .ifPresent(name -> {
            var entries = new Entries();
            nic(entries, nic);
            nic.device().ifPresent(tap -> entries.text("tapId", tap));
            interfaces.put(name.toString(), new Nix.From(name.origin(), entries.set()));
          });
    }
    for (var nic : vm.userNics()) {
      interfaces.put(nic.name().toString(), Nix.set("mac", Nix.text(nic.mac())));
    }
    return new Nix.Attributes(interfaces);
  }

  private static void ports(Entries entries, MicroVm vm) {
    entries.put("ports", ports(vm, it -> it.isSingle() && isTcp(it), ConstantsView::single));
    entries.put("portRanges", ports(vm, it -> !it.isSingle() && isTcp(it), Firewall::range));
    entries.put("udpPorts", ports(vm, it -> it.isSingle() && !isTcp(it), ConstantsView::single));
    entries.put("udpPortRanges", ports(vm, it -> !it.isSingle() && !isTcp(it), Firewall::range));
  }

  private static Nix ports(
      MicroVm vm, Predicate<PortRange> which, Function<Sourced<PortRange>, Nix> print) {
    var ports = vm.ports().stream().filter(port -> which.test(port.range().value())).toList();
    return byName(ports, Port::name, port -> print.apply(port.range()));
  }

  private static boolean isTcp(PortRange range) {
    return range.protocol() == Protocol.TCP;
  }

  private static Nix single(Sourced<PortRange> range) {
    return Nix.whole(range.map(PortRange::from));
  }

  private static Nix storage(Share share) {
    return source(share).set();
  }

  private static Nix share(Share share) {
    var entries = source(share);
    entries.put("readOnly", Nix.flag(share.readOnly()));
    return entries.set();
  }

  private static Entries source(Share share) {
    var entries = new Entries();
    entries.text("source", share.source());
    entries.text("mountPoint", share.mount());
    entries.text("tag", share.name().map(it -> DiskNames.tag(it.text())));
    return entries;
  }

  private static Nix volume(Volume volume) {
    var entries = new Entries();
    volume.mount().ifPresent(mount -> entries.text("mountPoint", mount));
    entries.whole("size", volume.size().map(Size::mib));
    entries.text("format", volume.format());
    volume.mount().ifPresent(_ -> entries.text("fsType", volume.fileSystem()));
    volume.image().ifPresent(image -> entries.text("image", image));
    return entries.set();
  }

  private static <T> Nix byName(
      Collection<T> values, Function<T, Sourced<Name>> name, Function<T, Nix> print) {
    var entries = new TreeMap<Name, Nix>();
    for (var value : values) {
      var key = name.apply(value);
      entries.put(key.value(), new Nix.From(key.origin(), print.apply(value)));
    }
    var byText = new LinkedHashMap<String, Nix>();
    entries.forEach((key, value) -> byText.put(key.text(), value));
    return new Nix.Attributes(byText);
  }

  /// An attribute set in the making.
  private static final class Entries {
    private final Map<String, Nix> entries = new LinkedHashMap<>();

    void put(String name, Nix value) {
      entries.put(name, value);
    }

    void text(String name, Sourced<?> value) {
      put(name, Nix.text(value));
    }

    void whole(String name, Sourced<? extends Number> value) {
      put(name, Nix.whole(value));
    }

    Nix set() {
      return new Nix.Attributes(entries);
    }
  }
}
