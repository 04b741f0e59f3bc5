package dev.homelabc.model;

import dev.homelabc.value.Cid;
import dev.homelabc.value.FileSystem;
import dev.homelabc.value.GuestIp;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.Size;
import dev.homelabc.value.VolumeFormat;
import java.util.List;
import java.util.Optional;

/// A microVM (microvm.nix) on a NixOS host.
///
/// @param vsock guest CID; empty is `vsock off`
/// @param nix modules as Nix code, word for word
public record MicroVm(
    Name name,
    Origin origin,
    Optional<Sourced<String>> description,
    Sourced<Host> on,
    Sourced<Hypervisor> hypervisor,
    Sourced<Integer> vcpu,
    Sourced<Size> memory,
    Sourced<Name> hostName,
    Nic nic,
    Optional<Sourced<Cid>> vsock,
    List<Port> ports,
    List<Share> shares,
    List<Volume> volumes,
    List<Service> services,
    List<Sourced<String>> nix,
    Sourced<Boolean> autostart)
    implements Vm, Node {
  public MicroVm {
    ports = List.copyOf(ports);
    shares = List.copyOf(shares);
    volumes = List.copyOf(volumes);
    services = List.copyOf(services);
    nix = List.copyOf(nix);
  }

  /// The first network interface, a TAP on the host's bridge. What the lab leaves to `auto` is
  /// assigned.
  public record Nic(
      Sourced<Vlan> vlan,
      Sourced<GuestIp> ip,
      Sourced<MacAddress> mac,
      Sourced<InterfaceName> tap) {
    /// The address, unless a DHCP server knows it.
    public Optional<Sourced<Ipv4>> address() {
      return ip.value() instanceof Ipv4 fixed ? Optional.of(ip.map(_ -> fixed)) : Optional.empty();
    }
  }

  /// A port, or run of ports, that the guest's firewall opens.
  public record Port(Sourced<Name> name, Sourced<PortRange> range) {}

  /// A virtiofs share. Its name is the virtiofs tag.
  public record Share(
      Sourced<Name> name,
      Sourced<HostPath> source,
      Sourced<HostPath> mount,
      Sourced<Boolean> readOnly) {}

  /// A disk image in the VM's state directory, made on first start and mounted in the guest. Its
  /// name is the file system label and the disk's serial.
  public record Volume(
      Sourced<Name> name,
      Sourced<HostPath> mount,
      Sourced<Size> size,
      Sourced<VolumeFormat> format,
      Sourced<FileSystem> fileSystem) {}

  /// `services.NAME` of NixOS, as data. `enable` is in the settings, written or implied.
  public record Service(Sourced<String> name, Setting.Attributes settings) {}

  @Override
  public Name hostname() {
    return hostName.value();
  }

  @Override
  public String toString() {
    return name.text();
  }
}
