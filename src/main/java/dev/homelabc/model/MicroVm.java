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
import dev.homelabc.value.PortRange.Protocol;
import dev.homelabc.value.ShareProtocol;
import dev.homelabc.value.Size;
import dev.homelabc.value.VolumeFormat;
import java.util.List;
import java.util.Optional;

/// A microVM (microvm.nix) on a NixOS host.
///
/// @param nics network interfaces in VLANs, the first one first; there is one
/// @param vsock guest CID; empty is `vsock off`
/// @param modules paths of NixOS modules of the user's own, from the output's root
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
    List<Nic> nics,
    List<UserNic> userNics,
    Optional<Sourced<Cid>> vsock,
    List<Port> ports,
    List<Share> shares,
    List<Volume> volumes,
    Hardware hardware,
    List<Service> services,
    List<Sourced<String>> modules,
    List<Sourced<String>> nix,
    Sourced<Boolean> autostart)
    implements Vm, Node {
  public MicroVm {
    nics = List.copyOf(nics);
    userNics = List.copyOf(userNics);
    ports = List.copyOf(ports);
    shares = List.copyOf(shares);
    volumes = List.copyOf(volumes);
    services = List.copyOf(services);
    modules = List.copyOf(modules);
    nix = List.copyOf(nix);
  }

  /// The first network interface, which sets the default route.
  public Nic nic() {
    return nics.getFirst();
  }

  /// A network interface in a VLAN. What the lab leaves to `auto` is assigned.
  ///
  /// @param name that of its `interface` block; empty where the VM's own lines describe it
  public record Nic(
      Optional<Sourced<Name>> name,
      Sourced<Vlan> vlan,
      Sourced<GuestIp> ip,
      Sourced<MacAddress> mac,
      Link link) {
    /// The address, unless a DHCP server knows it.
    public Optional<Sourced<Ipv4>> address() {
      return ip.value() instanceof Ipv4 fixed ? Optional.of(ip.map(_ -> fixed)) : Optional.empty();
    }

    /// Its name among the host's interfaces, unless QEMU chooses one.
    public Optional<Sourced<InterfaceName>> device() {
      return switch (link) {
        case Link.Tap(var device) -> Optional.of(device);
        case Link.Macvtap(var device, _, _) -> Optional.of(device);
        case Link.Bridge _ -> Optional.empty();
      };
    }

    /// Whether it is a TAP on the bridge of the VM's host, and so in the VLAN there.
    public boolean isOnHostBridge() {
      return link instanceof Link.Tap;
    }
  }

  /// How a network interface reaches its VLAN.
  public sealed interface Link {
    /// A TAP on the bridge of the VM's host.
    record Tap(Sourced<InterfaceName> device) implements Link {}

    /// A macvtap on an interface of the host, whose VLAN is a matter of the wire.
    ///
    /// @param mode of the macvtap, as ip-link(8) has it
    record Macvtap(
        Sourced<InterfaceName> device, Sourced<InterfaceName> under, Sourced<String> mode)
        implements Link {}

    /// A port that QEMU makes on a bridge of the host that is not homelabc's.
    record Bridge(Sourced<InterfaceName> bridge) implements Link {}
  }

  /// A network interface in no VLAN: QEMU answers the guest's DHCP and passes connections on.
  public record UserNic(Sourced<Name> name, Sourced<MacAddress> mac) {}

  /// A folder of the host in the guest. Its name is the tag by which the guest mounts it.
  ///
  /// @param cache caching of virtiofs, where it is not left to microvm.nix
  /// @param mode octal mode of the folder on the host when it is made
  /// @param owner `USER:GROUP` of that folder, where it is not the one that the protocol needs
  public record Share(
      Sourced<Name> name,
      Sourced<HostPath> source,
      Sourced<HostPath> mount,
      Sourced<Boolean> readOnly,
      Sourced<ShareProtocol> protocol,
      Optional<Sourced<String>> cache,
      Sourced<String> mode,
      Optional<Sourced<String>> owner) {}

  /// A disk, whose image is made on first start. Its name is the file system's label and, where
  /// none is stated, the disk's serial.
  ///
  /// @param mount where the guest mounts it; without it the disk has no file system
  /// @param image its file on the host; in the VM's state directory where none is stated
  /// @param direct whether the host's page cache is passed by
  public record Volume(
      Sourced<Name> name,
      Optional<Sourced<HostPath>> mount,
      Sourced<Size> size,
      Sourced<VolumeFormat> format,
      Sourced<FileSystem> fileSystem,
      Optional<Sourced<HostPath>> image,
      Optional<Sourced<String>> serial,
      Sourced<Boolean> direct) {
    /// Its serial, before it is cut to what a disk can hold.
    public String serialText() {
      return serial.map(Sourced::value).orElse(name.value().text());
    }

    /// The image's file in a state directory.
    private String file() {
      return name
          + switch (format.value()) {
            case RAW -> ".img";
            case QCOW2 -> ".qcow2";
          };
    }
  }

  /// `services.NAME` of NixOS, as data. `enable` is in the settings, written or implied.
  public record Service(Sourced<String> name, Setting.Attributes settings) {
    /// The text that an option is set to.
    public Optional<Sourced<String>> text(String option) {
      return settings.values().get(option) instanceof Setting.From(var origin, var value)
              && value instanceof Setting.Text(var text)
          ? Optional.of(new Sourced<>(text, origin))
          : Optional.empty();
    }
  }

  /// The ports of its SSH server: what is named `ssh`, single and TCP.
  public List<Sourced<PortRange>> sshPorts() {
    return ports.stream()
        .filter(port -> port.name().value().text().equals("ssh"))
        .map(Port::range)
        .filter(it -> it.value().isSingle() && it.value().protocol() == Protocol.TCP)
        .toList();
  }

  /// The folder of the host in which it has its disks, sockets and program.
  public HostPath state() {
    return new HostPath(on.value().storageRoot() + "/" + name);
  }

  /// The file on the host that a volume of its is.
  public HostPath image(Volume volume) {
    return volume
        .image
        .map(Sourced::value)
        .orElseGet(() -> new HostPath(state() + "/" + volume.file()));
  }

  @Override
  public Name hostname() {
    return hostName.value();
  }

  @Override
  public String toString() {
    return name.text();
  }
}
