package dev.homelabc.model;

import dev.homelabc.value.AddressRange;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import dev.homelabc.value.VlanId;
import dev.homelabc.value.VlanTag;
import java.util.List;
import java.util.Optional;

/// A VLAN: a layer-2 domain with one IPv4 subnet. Its DNS servers, where it names some, replace the
/// lab's for the VMs in it.
///
/// @param hasUnreadGateway whether a gateway is given that could not be read: nobody misses it
/// @param mtu largest packet in bytes, where it is not what Ethernet has
/// @param id its id on the wire; an untagged one is the LAN behind the uplinks of its hosts
public record Vlan(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Sourced<VlanTag> id,
    Sourced<Cidr> subnet,
    Optional<Sourced<Ipv4>> gateway,
    boolean hasUnreadGateway,
    List<Sourced<IpAddress>> dns,
    Optional<Sourced<Integer>> mtu,
    Optional<Sourced<AddressRange>> dhcp)
    implements Declared {
  public Vlan {
    dns = List.copyOf(dns);
  }

  /// What Ethernet carries where nothing else is said, in bytes.
  public static final int ETHERNET_MTU = 1500;

  /// The largest packet, in bytes.
  public int packet() {
    return mtu.map(Sourced::value).orElse(ETHERNET_MTU);
  }

  public boolean isUntagged() {
    return tag().isEmpty();
  }

  /// The id that its frames carry on the wire.
  public Optional<Sourced<VlanId>> tag() {
    return id.value() instanceof VlanId tag ? Optional.of(id.map(_ -> tag)) : Optional.empty();
  }

  /// Its id inside a bridge, where untagged frames have one too.
  public VlanId bridgeId() {
    return tag().map(Sourced::value).orElse(VlanId.LAN);
  }

  /// The interface of a host that has an address in it: at most 8 characters, of the 15 that Linux
  /// allows.
  public InterfaceName link() {
    return link(bridgeId());
  }

  public static InterfaceName link(VlanId id) {
    return new InterfaceName("vlan" + id);
  }

  @Override
  public String toString() {
    return name.text();
  }
}
