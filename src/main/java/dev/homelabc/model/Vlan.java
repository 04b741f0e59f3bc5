package dev.homelabc.model;

import dev.homelabc.value.AddressRange;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.VlanId;
import java.util.List;
import java.util.Optional;

/// A VLAN: a layer-2 domain with one IPv4 subnet. Its DNS servers, where it names some, replace the
/// lab's for the VMs in it.
public record Vlan(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Sourced<VlanId> id,
    Sourced<Cidr> subnet,
    Optional<Sourced<Ipv4>> gateway,
    List<Sourced<IpAddress>> dns,
    Optional<Sourced<AddressRange>> dhcp) {
  public Vlan {
    dns = List.copyOf(dns);
  }

  /// The interface of a host that has an address in it: at most 8 characters, of the 15 that Linux
  /// allows.
  public InterfaceName link() {
    return link(id.value());
  }

  public static InterfaceName link(VlanId id) {
    return new InterfaceName("vlan" + id);
  }

  @Override
  public String toString() {
    return name.text();
  }
}
