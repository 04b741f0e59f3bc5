package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.UsbId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `hosts/HOST/default.nix`: what the host is, beside its VMs and network.
///
/// @param hasPci whether a VM gets a PCI device of the host
/// @param usb kinds of USB devices that VMs get
/// @param nodeAddress where it is a node of a cluster: the address that the other nodes reach
record HostView(
    Sourced<NixName> name,
    Nix imports,
    Sourced<Name> hostname,
    Optional<Sourced<String>> domain,
    Optional<Nix> timeServers,
    Optional<Nix> sshKeys,
    Optional<Sourced<String>> timeZone,
    boolean hasPci,
    List<UsbView> usb,
    Optional<Sourced<Ipv4>> nodeAddress,
    Sourced<String> stateVersion) {
  /// @param vendor, product four hexadecimal digits each
  record UsbView(Sourced<String> vendor, Sourced<String> product) {
    static UsbView of(Sourced<UsbId> id) {
      return new UsbView(id.map(UsbId::vendor), id.map(UsbId::product));
    }
  }

  static HostView of(Lab lab, Host host) {
    var imports = new ArrayList<Nix>();
    List.of("./microvm-storage.nix", "./microvms.nix", "./network.nix")
        .forEach(path -> imports.add(new Nix.Path(path)));
    imports.addAll(Values.modules(KubeNodes.modules(lab, host), "../../"));
    imports.addAll(Values.modules(HostModules.of(host), "../../"));
    imports.addAll(Values.modules(host.modules(), "../../"));
    imports.addAll(Values.modules(host.nix()));
    return new HostView(
        host.named().map(it -> new NixName(it.text())),
        new Nix.ListOf(imports),
        host.named().map(_ -> host.hostname()),
        lab.domain(),
        Values.texts(lab.ntp()),
        Values.texts(lab.sshKeys()),
        lab.timeZone(),
        lab.on(host).stream().anyMatch(vm -> !vm.hardware().allPci().isEmpty()),
        lab.on(host).stream()
            .flatMap(vm -> vm.hardware().usb().stream())
            .collect(Collectors.toMap(Sourced::value, it -> it, (it, _) -> it, LinkedHashMap::new))
            .values()
            .stream()
            .map(UsbView::of)
            .toList(),
        KubeNodes.address(lab, host),
        lab.stateVersion());
  }
}
