package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Nic;
import dev.homelabc.model.MicroVm.Share;
import dev.homelabc.model.MicroVm.Volume;
import dev.homelabc.model.Vlan;
import dev.homelabc.model.Vm.Port;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.PortRange.Protocol;
import java.util.Collection;
import java.util.Comparator;
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
        byName(lab.vlans(), Vlan::name, ConstantsView::vlan),
        byName(lab.hosts(), Host::name, ConstantsView::host),
        byName(lab.microVms(), MicroVm::name, ConstantsView::vm));
  }

  private static Nix common(Lab lab) {
    var common = new Entries();
    common.text("hypervisor", hypervisor(lab.microVms()));
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
    vlan.tag().ifPresent(id -> entries.whole("id", id.value().number()));
    entries.text("subnet", vlan.subnet());
    vlan.gateway().ifPresent(gateway -> entries.text("gateway", gateway));
    entries.whole("prefixLength", vlan.subnet().value().prefix());
    vlan.mtu().ifPresent(mtu -> entries.whole("mtu", mtu.value()));
    return entries.set();
  }

  private static Nix host(Host host) {
    var entries = new Entries();
    host.lan()
        .ifPresent(lan -> {
          entries.text("ip", lan.address().value().address());
          entries.whole("prefixLength", lan.address().value().prefix());
          lan.gateway().ifPresent(gateway -> entries.text("gateway", gateway));
        });
    entries.text("bridge", host.bridge().name());
    host.bridge().uplink().ifPresent(uplink -> entries.text("uplink", uplink));
    var names = new LinkedHashMap<String, Nix>();
    HostVlan.names(host).forEach((name, addresses) -> names.put(name, Nix.texts(addresses)));
    entries.put("addresses", new Nix.Attributes(names));
    host.cpus().ifPresent(cpus -> entries.whole("cpus", cpus.value()));
    host.memory().ifPresent(memory -> entries.whole("mem", memory.value().mib()));
    entries.whole("reserve", host.reserve().value().mib());
    host.disk().ifPresent(disk -> entries.whole("disk", disk.value().mib()));
    return entries.set();
  }

  private static Nix vm(MicroVm vm) {
    var entries = new Entries();
    entries.text("host", vm.on().value().name());
    nic(entries, vm.nic());
    vm.vsock().ifPresent(cid -> entries.whole("vsockCid", cid.value().number()));
    entries.whole("vcpu", vm.vcpu().value());
    entries.whole("mem", vm.memory().value().mib());
    vm.nic().device().ifPresent(tap -> entries.text("tapId", tap));
    entries.text("hostname", vm.hostName());
    entries.put("interfaces", interfaces(vm));
    ports(entries, vm);
    if (!vm.shares().isEmpty()) {
      entries.put("storage", storage(vm.shares().getFirst()));
    }
    entries.put("shares", byName(vm.shares(), share -> share.name().value(), ConstantsView::share));
    entries.put("volumes", byName(vm.volumes(), it -> it.name().value(), ConstantsView::volume));
    return entries.set();
  }

  private static void nic(Entries entries, Nic nic) {
    entries.text("vlan", nic.vlan().value().name());
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
            interfaces.put(name.toString(), entries.set());
          });
    }
    for (var nic : vm.userNics()) {
      interfaces.put(nic.name().toString(), Nix.set("mac", new Nix.Text(nic.mac().toString())));
    }
    return new Nix.Attributes(interfaces);
  }

  private static void ports(Entries entries, MicroVm vm) {
    entries.put("ports", ports(vm, it -> it.isSingle() && isTcp(it), ConstantsView::single));
    entries.put("portRanges", ports(vm, it -> !it.isSingle() && isTcp(it), Firewall::range));
    entries.put("udpPorts", ports(vm, it -> it.isSingle() && !isTcp(it), ConstantsView::single));
    entries.put("udpPortRanges", ports(vm, it -> !it.isSingle() && !isTcp(it), Firewall::range));
  }

  private static Nix ports(MicroVm vm, Predicate<PortRange> which, Function<PortRange, Nix> print) {
    var ports = vm.ports().stream().filter(port -> which.test(port.range().value())).toList();
    return byName(
        ports, port -> port.name().value(), (Port port) -> print.apply(port.range().value()));
  }

  private static boolean isTcp(PortRange range) {
    return range.protocol() == Protocol.TCP;
  }

  private static Nix single(PortRange range) {
    return new Nix.Whole(range.from());
  }

  private static Nix storage(Share share) {
    return source(share).set();
  }

  private static Nix share(Share share) {
    var entries = source(share);
    entries.put("readOnly", new Nix.Flag(share.readOnly().value()));
    return entries.set();
  }

  private static Entries source(Share share) {
    var entries = new Entries();
    entries.text("source", share.source());
    entries.text("mountPoint", share.mount());
    entries.text("tag", DiskNames.tag(share.name().value().text()));
    return entries;
  }

  private static Nix volume(Volume volume) {
    var entries = new Entries();
    volume.mount().ifPresent(mount -> entries.text("mountPoint", mount));
    entries.whole("size", volume.size().value().mib());
    entries.text("format", volume.format());
    volume.mount().ifPresent(_ -> entries.text("fsType", volume.fileSystem()));
    volume.image().ifPresent(image -> entries.text("image", image));
    return entries.set();
  }

  private static <T> Nix byName(
      Collection<T> values, Function<T, Name> name, Function<T, Nix> print) {
    var entries = new LinkedHashMap<String, Nix>();
    values.stream()
        .sorted(Comparator.comparing(name))
        .forEach(value -> entries.put(name.apply(value).text(), print.apply(value)));
    return new Nix.Attributes(entries);
  }

  /// An attribute set in the making.
  private static final class Entries {
    private final Map<String, Nix> entries = new LinkedHashMap<>();

    void put(String name, Nix value) {
      entries.put(name, value);
    }

    void text(String name, Object value) {
      put(name, new Nix.Text(value.toString()));
    }

    void whole(String name, long value) {
      put(name, new Nix.Whole(value));
    }

    Nix set() {
      return new Nix.Attributes(entries);
    }
  }
}
