package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.UsbId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `hosts/HOST/default.nix`: what the host is, beside its VMs and network.
///
/// @param hasPci whether a VM gets a PCI device of the host
/// @param usb kinds of USB devices that VMs get
/// @param nodeAddress where it is a node of a cluster: the address that the other nodes reach
record HostView(
    NixName name,
    Nix imports,
    String hostname,
    Optional<String> domain,
    Optional<Nix> timeServers,
    Optional<Nix> sshKeys,
    Optional<String> timeZone,
    boolean hasPci,
    List<UsbId> usb,
    Optional<String> nodeAddress,
    String stateVersion) {
  static HostView of(Lab lab, Host host) {
    var imports = new ArrayList<Nix>();
    List.of("./microvm-storage.nix", "./microvms.nix", "./network.nix")
        .forEach(path -> imports.add(new Nix.Path(path)));
    KubeNodes.modules(lab, host).forEach(it -> imports.add(new Nix.Path("../../" + it)));
    HostModules.of(host).forEach(name -> imports.add(new Nix.Path("../../" + name)));
    imports.addAll(Values.modules(host.modules(), "../../"));
    imports.addAll(Values.modules(host.nix()));
    return new HostView(
        new NixName(host.name().text()),
        new Nix.ListOf(imports),
        host.hostname().text(),
        lab.domain().map(Sourced::value),
        Values.texts(lab.ntp()),
        Values.texts(lab.sshKeys()),
        lab.timeZone().map(Sourced::value),
        lab.on(host).stream().anyMatch(vm -> !vm.hardware().allPci().isEmpty()),
        lab.on(host).stream()
            .flatMap(vm -> vm.hardware().usb().stream())
            .map(Sourced::value)
            .distinct()
            .toList(),
        KubeNodes.address(lab, host).map(Ipv4::toString),
        lab.stateVersion().value());
  }
}
