package dev.homelabc.model;

import dev.homelabc.value.Gpu;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.InterfaceAddress;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.Size;
import dev.homelabc.value.VmLifetime;
import java.util.List;
import java.util.Optional;

/// A NixOS hypervisor.
///
/// @param system Nix system double, such as `x86_64-linux`
/// @param cpus logical processors
/// @param reserve memory kept for the host itself
/// @param disk space for the volumes of its VMs
/// @param lan the untagged network on the bridge: the host's own address, gateway and DNS servers;
///   without it see [#asksForLan]
/// @param addresses further addresses, each in a VLAN
/// @param routes VLANs whose gateway this host is: it carries the gateway address and forwards
/// @param nats VLANs whose traffic to the LAN leaves under the host's LAN address
/// @param modules paths of NixOS modules of the user's own, from the output's root
/// @param nix modules as Nix code, word for word
public record Host(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Sourced<String> system,
    Optional<Sourced<Integer>> cpus,
    Optional<Sourced<Size>> memory,
    Sourced<Size> reserve,
    Optional<Sourced<Size>> disk,
    Optional<Sourced<Gpu>> gpu,
    Sourced<HostPath> storageRoot,
    Optional<Sourced<String>> ssh,
    Optional<Lan> lan,
    Bridge bridge,
    List<VlanAddress> addresses,
    List<Sourced<Vlan>> routes,
    List<Sourced<Vlan>> nats,
    Sourced<VmLifetime> vms,
    Sourced<Boolean> libvirt,
    List<Sourced<String>> modules,
    List<Sourced<String>> nix)
    implements Node {
  public Host {
    addresses = List.copyOf(addresses);
    routes = List.copyOf(routes);
    nats = List.copyOf(nats);
    modules = List.copyOf(modules);
    nix = List.copyOf(nix);
  }

  /// The host's place in the untagged network that its uplink carries.
  public record Lan(
      Sourced<InterfaceAddress> address,
      Optional<Sourced<Ipv4>> gateway,
      List<Sourced<IpAddress>> dns) {
    public Lan {
      dns = List.copyOf(dns);
    }
  }

  /// The VLAN-aware bridge of the host's VMs.
  ///
  /// @param trunks VLANs that leave through the uplink, tagged
  public record Bridge(
      Sourced<InterfaceName> name,
      Optional<Sourced<InterfaceName>> uplink,
      List<Sourced<Vlan>> trunks) {
    public Bridge {
      trunks = List.copyOf(trunks);
    }
  }

  /// An address of the host itself inside a VLAN.
  public record VlanAddress(Sourced<Vlan> vlan, Sourced<Ipv4> address) {}

  /// Whether the host has a `route` for a VLAN.
  public boolean isGatewayOf(Vlan vlan) {
    return isAmong(vlan, routes);
  }

  /// Whether the host lets a VLAN out through its uplink, tagged.
  public boolean isTrunking(Vlan vlan) {
    return isAmong(vlan, bridge.trunks);
  }

  /// Whether the untagged network behind the uplink is the host's LAN though no address is stated:
  /// it then asks for one by DHCP, as it did before the uplink joined the bridge. A host with an
  /// address in a trunked VLAN is reached there and asks nobody.
  public boolean asksForLan() {
    return lan.isEmpty()
        && bridge.uplink.isPresent()
        && addresses.stream().noneMatch(it -> isTrunking(it.vlan().value()));
  }

  /// Whether untagged frames on the bridge are the host's: a LAN stated or asked for.
  public boolean hasLan() {
    return lan.isPresent() || asksForLan();
  }

  /// What gives the host its LAN: the address stated, or the uplink behind which it asks for one.
  public Optional<Origin> lanOrigin() {
    return lan.map(it -> it.address().origin())
        .or(() -> bridge.uplink.filter(_ -> asksForLan()).map(Sourced::origin));
  }

  /// Where microvm.nix itself keeps the state of VMs.
  public static final HostPath STATE = new HostPath("/var/lib/microvms");

  /// Whether its VMs are installed one by one, outside of its closure.
  public boolean isImperative() {
    return vms.value() == VmLifetime.IMPERATIVE;
  }

  /// How to log in to it for deployment: as stated, else as root at its LAN address, else as root
  /// by its name.
  public Sourced<Login> login() {
    return ssh.map(it -> it.map(Login::of))
        .or(() ->
            lan.map(it -> it.address().map(lan -> new Login("root", lan.address().toString()))))
        .orElseGet(() -> named().map(it -> new Login("root", it.text())));
  }

  /// An account on a machine.
  public record Login(String user, String address) {
    private static Login of(String text) {
      int at = text.indexOf('@');
      return new Login(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
      return user + "@" + address;
    }
  }

  private static boolean isAmong(Vlan vlan, List<Sourced<Vlan>> vlans) {
    return vlans.stream().anyMatch(it -> it.value().name().equals(vlan.name()));
  }

  @Override
  public Name hostname() {
    return name;
  }

  @Override
  public String toString() {
    return name.text();
  }
}
