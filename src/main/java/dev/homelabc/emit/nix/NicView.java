package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Link;
import dev.homelabc.model.MicroVm.Nic;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.InterfaceType;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Name;
import dev.homelabc.value.Shortened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A network interface of a VM: as microvm.nix makes it, and as the guest's networkd finds it.
///
/// @param id its name on the host, or among QEMU's own where QEMU makes it
/// @param file name of the guest's `.network`, before those of others
/// @param address empty where DHCP gives it
/// @param gateway of the first interface alone, as are the DNS servers
/// @param dhcp `dhcpV4Config`: what the guest does not take from the server
record NicView(
    Sourced<InterfaceType> type,
    Sourced<String> id,
    Sourced<MacAddress> mac,
    Optional<MacvtapView> macvtap,
    Optional<Sourced<InterfaceName>> bridge,
    Sourced<String> file,
    Optional<Sourced<Integer>> mtu,
    Optional<Nix> address,
    Optional<Nix> gateway,
    Optional<Nix> dns,
    Optional<Nix> dhcp) {

  /// @param link the interface of the host below it
  record MacvtapView(Sourced<InterfaceName> link, Sourced<String> mode) {}

  static List<NicView> of(Lab lab, MicroVm vm) {
    var views = new ArrayList<NicView>();
    for (var nic : vm.nics()) {
      views.add(of(lab, vm, nic, views.isEmpty()));
    }
    vm.userNics().forEach(it -> views.add(user(vm, it)));
    return List.copyOf(views);
  }

  private static NicView of(Lab lab, MicroVm vm, Nic nic, boolean isFirst) {
    var vlan = nic.vlan().value();
    var dns = isFirst ? Values.dns(vlan.dns(), lab.dns()) : Optional.<Nix>empty();
    var place = nic.name().map(Sourced::origin).orElse(nic.vlan().origin());
    return new NicView(
        new Sourced<>(
            switch (nic.link()) {
              case Link.Tap _ -> InterfaceType.TAP;
              case Link.Macvtap _ -> InterfaceType.MACVTAP;
              case Link.Bridge _ -> InterfaceType.BRIDGE;
            },
            place),
        nic.device()
            .map(it -> it.map(InterfaceName::text))
            .orElseGet(() -> inside(vm, nic.name().orElseThrow())),
        nic.mac(),
        nic.link() instanceof Link.Macvtap(_, var under, var mode)
            ? Optional.of(new MacvtapView(under, mode))
            : Optional.empty(),
        nic.link() instanceof Link.Bridge(var bridge) ? Optional.of(bridge) : Optional.empty(),
        isFirst ? new Sourced<>("10-lan", place) : file(nic.name().orElseThrow()),
        vlan.mtu(),
        nic.address()
            .map(ip ->
                Nix.texts(
                    List.of(ip.map(it -> vlan.subnet().map(net -> it + "/" + net.prefix()))))),
        isFirst ? nic.address().flatMap(_ -> Values.single(vlan.gateway())) : Optional.empty(),
        dns,
        nic.address().isPresent() ? Optional.empty() : dhcp(isFirst, dns.isPresent()));
  }

  private static NicView user(MicroVm vm, MicroVm.UserNic nic) {
    return new NicView(
        nic.name().map(_ -> InterfaceType.USER),
        inside(vm, nic.name()),
        nic.mac(),
        Optional.empty(),
        Optional.empty(),
        file(nic.name()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        dhcp(false, false));
  }

  /// The name of what QEMU makes, which is nobody's on the host: a letter first, and no longer than
  /// microvm.nix lets it be.
  private static Sourced<String> inside(MicroVm vm, Sourced<Name> nic) {
    return nic.map(it -> Shortened.to(InterfaceName.MAX, "vm-" + vm + "-" + it));
  }

  private static Sourced<String> file(Sourced<Name> nic) {
    return nic.map(it -> "20-" + it);
  }

  private static Optional<Nix> dhcp(boolean isFirst, boolean hasDns) {
    var config = new LinkedHashMap<String, Nix>();
    if (!isFirst) {
      config.put("UseGateway", new Nix.Flag(false));
    }
    if (hasDns) {
      config.put("UseDNS", new Nix.Flag(false));
    }
    return config.isEmpty() ? Optional.empty() : Optional.of(new Nix.Attributes(config));
  }
}
