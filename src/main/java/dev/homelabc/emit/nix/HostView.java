package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Ipv4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `hosts/HOST/default.nix`: what the host is, beside its VMs and network.
///
/// @param nodeAddress where it is a node of a cluster: the address that the other nodes reach
record HostView(
    NixName name,
    Nix imports,
    String hostname,
    Optional<String> domain,
    Optional<Nix> timeServers,
    Optional<Nix> sshKeys,
    Optional<String> timeZone,
    Optional<String> nodeAddress,
    String stateVersion) {
  static HostView of(Lab lab, Host host) {
    var imports = new ArrayList<Nix>();
    List.of("./microvm-storage.nix", "./microvms.nix", "./network.nix")
        .forEach(path -> imports.add(new Nix.Path(path)));
    if (KubeNodes.isControlPlane(lab, host)) {
      imports.add(new Nix.Path("../../modules/nixos/k8s-control-plane-host.nix"));
    } else if (KubeNodes.contain(lab, host)) {
      imports.add(new Nix.Path("../../modules/nixos/k8s-worker-host.nix"));
    }
    imports.addAll(Values.modules(host.nix()));
    return new HostView(
        new NixName(host.name().text()),
        new Nix.ListOf(imports),
        host.hostname().text(),
        lab.domain().map(Sourced::value),
        Values.texts(lab.ntp()),
        Values.texts(lab.sshKeys()),
        lab.timeZone().map(Sourced::value),
        KubeNodes.address(lab, host).map(Ipv4::toString),
        lab.stateVersion().value());
  }
}
