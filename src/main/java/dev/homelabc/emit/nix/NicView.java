package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Link;
import dev.homelabc.model.MicroVm.Nic;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.InterfaceType;
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
    String type,
    String id,
    String mac,
    Optional<MacvtapView> macvtap,
    Optional<String> bridge,
    String file,
    Optional<Integer> mtu,
    Optional<Nix> address,
    Optional<Nix> gateway,
    Optional<Nix> dns,
    Optional<Nix> dhcp) {

  /// @param link the interface of the host below it
  record MacvtapView(String link, String mode) {}

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
    return new NicView(
        switch (nic.link()) {
          case Link.Tap _ -> InterfaceType.TAP.toString();
          case Link.Macvtap _ -> InterfaceType.MACVTAP.toString();
          case Link.Bridge _ -> InterfaceType.BRIDGE.toString();
        },
        nic.device()
            .map(Sourced::value)
            .map(InterfaceName::text)
            .orElseGet(() -> inside(vm, nic.name().orElseThrow())),
        nic.mac().toString(),
        nic.link() instanceof Link.Macvtap(_, var under, var mode)
            ? Optional.of(new MacvtapView(under.toString(), mode.value()))
            : Optional.empty(),
        nic.link() instanceof Link.Bridge(var bridge)
            ? Optional.of(bridge.toString())
            : Optional.empty(),
        isFirst ? "10-lan" : file(nic.name().orElseThrow()),
        vlan.mtu().map(Sourced::value),
        nic.address().map(it -> Nix.texts(List.of(it + "/" + vlan.subnet().value().prefix()))),
        isFirst ? nic.address().flatMap(_ -> Values.single(vlan.gateway())) : Optional.empty(),
        dns,
        nic.address().isPresent() ? Optional.empty() : dhcp(isFirst, dns.isPresent()));
  }

  private static NicView user(MicroVm vm, MicroVm.UserNic nic) {
    return new NicView(
        InterfaceType.USER.toString(),
        inside(vm, nic.name()),
        nic.mac().toString(),
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
  private static String inside(MicroVm vm, Sourced<Name> nic) {
    return Shortened.to(InterfaceName.MAX, "vm-" + vm + "-" + nic);
  }

  private static String file(Sourced<Name> nic) {
    return "20-" + nic;
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
