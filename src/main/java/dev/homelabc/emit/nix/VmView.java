package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.emit.NixName;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Share;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Capability;
import dev.homelabc.value.Cid;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.ShareProtocol;
import dev.homelabc.value.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `vms/NAME.nix`: a VM as a NixOS module.
///
/// @param arguments the module's arguments
/// @param mem MiB
/// @param disks `microvm.volumes`
/// @param images volumes that the module makes itself
/// @param mounted those of them with a file system
/// @param isStoreShared whether the host's Nix store is a share; else the VM starts from a disk
record VmView(
    String arguments,
    Optional<Nix> imports,
    Optional<Nix> unfree,
    Sourced<Hypervisor> hypervisor,
    Sourced<Integer> vcpu,
    Sourced<Long> mem,
    List<NicView> nics,
    boolean isStoreShared,
    List<ShareView> shares,
    List<DiskView> disks,
    List<DiskView> images,
    List<DiskView> mounted,
    HardwareView hardware,
    Optional<Nix> qemuArgs,
    Optional<Sourced<Long>> cid,
    Sourced<Name> hostname,
    Optional<Sourced<String>> domain,
    Optional<Nix> firewall,
    Optional<Nix> timeServers,
    boolean isNode,
    Optional<Nix> services,
    List<OwnerView> owners,
    Optional<Nix> sshKeys,
    Optional<Sourced<String>> timeZone,
    Sourced<String> stateVersion) {

  record ShareView(
      Sourced<ShareProtocol> proto,
      Sourced<String> tag,
      Sourced<HostPath> source,
      Sourced<HostPath> mount,
      Sourced<Boolean> readOnly,
      Optional<Sourced<String>> cache) {
    static ShareView of(Share share) {
      return new ShareView(
          share.protocol(),
          share.name().map(it -> DiskNames.tag(it.text())),
          share.source(),
          share.mount(),
          share.readOnly(),
          share.cache());
    }
  }

  /// A folder of the guest that belongs to a service's user and group.
  ///
  /// @param id number of both
  record OwnerView(Sourced<String> folder, Sourced<NixName> user, Sourced<Integer> id) {}

  static VmView of(Lab lab, MicroVm vm) {
    var disks =
        Stream.concat(
                vm.volumes().stream().map(volume -> DiskView.of(vm, volume)),
                HostKeys.disk(vm).stream())
            .toList();
    var images = disks.stream().filter(disk -> !disk.isMade()).toList();
    var mounted = images.stream().filter(disk -> disk.mount().isPresent()).toList();
    var unfree = KnownService.unfree(vm);
    return new VmView(
        arguments(images, mounted, unfree),
        imports(lab, vm),
        unfree.isEmpty() ? Optional.empty() : Optional.of(Nix.texts(unfree)),
        vm.hypervisor(),
        vm.vcpu(),
        vm.memory().map(Size::mib),
        NicView.of(lab, vm),
        isStoreShared(vm),
        Stream.concat(vm.shares().stream().map(ShareView::of), HostKeys.share(vm).stream())
            .toList(),
        disks.stream().filter(DiskView::isListed).toList(),
        images,
        mounted,
        HardwareView.of(vm),
        qemuArgs(disks),
        vm.vsock().map(cid -> cid.map(Cid::number)),
        vm.hostName(),
        lab.domain(),
        Firewall.of(vm),
        Values.texts(lab.ntp()),
        KubeNodes.contain(lab, vm),
        services(vm),
        KnownService.owners(vm),
        Values.texts(lab.sshKeys()),
        lab.timeZone(),
        lab.stateVersion());
  }

  private static String arguments(
      List<DiskView> images, List<DiskView> mounted, List<Sourced<String>> unfree) {
    var arguments = new ArrayList<String>();
    if (!images.isEmpty()) {
      arguments.add("config");
    }
    if (!unfree.isEmpty() || mounted.stream().anyMatch(DiskView::isListed)) {
      arguments.add("lib");
    }
    arguments.add("...");
    return String.join(", ", arguments);
  }

  private static Optional<Nix> imports(Lab lab, MicroVm vm) {
    var imports = new ArrayList<Nix>();
    imports.addAll(Values.modules(KubeNodes.modules(lab, vm), "../"));
    imports.addAll(Values.modules(vm.modules(), "../"));
    imports.addAll(Values.modules(vm.nix()));
    return imports.isEmpty() ? Optional.empty() : Optional.of(new Nix.ListOf(imports));
  }

  /// Sharing the store saves a disk image for each VM. Memory that is plugged in later is no memory
  /// of virtiofsd's, which would panic (microvm.nix issue 529).
  static boolean isStoreShared(MicroVm vm) {
    return Capability.VIRTIOFS.isOn(vm.hypervisor().value()) && vm.hardware().hotplug().isEmpty();
  }

  /// The disks of QEMU that microvm.nix's runner does not know.
  ///
  /// QEMU has a PCI bus: the VM shares the store, or its machine is not the smallest one, which
  /// cannot plug memory. A disk on another bus would take the first letter and move all the others.
  private static Optional<Nix> qemuArgs(List<DiskView> disks) {
    var arguments = new ArrayList<Sourced<String>>();
    for (var disk : disks) {
      if (!disk.isListed()) {
        var serial = disk.serial().orElseThrow();
        var drive = "volume-" + serial;
        var image = disk.image();
        arguments.add(image.map(_ -> "-drive"));
        arguments.add(
            image.map(it ->
                "id="
                    + drive
                    + ",format=qcow2,file="
                    + it
                    + ",if=none,aio=io_uring,discard=unmap"
                    + (disk.isDirect().value() ? ",cache=none" : "")
                    + ",read-only=off"));
        arguments.add(serial.map(_ -> "-device"));
        arguments.add(serial.map(it -> "virtio-blk-pci,drive=" + drive + ",serial=" + it));
      }
    }
    return arguments.isEmpty() ? Optional.empty() : Optional.of(Nix.texts(arguments));
  }

  /// `services`: sshd where a port is named after it, and what the VM states, key by key.
  private static Optional<Nix> services(MicroVm vm) {
    var services = new LinkedHashMap<String, Nix>();
    var ssh = vm.sshPorts();
    if (!ssh.isEmpty()) {
      var sshd = new LinkedHashMap<String, Nix>();
      sshd.put("enable", Nix.flag(ssh.getFirst().map(_ -> true)));
      sshd.put("ports", Nix.wholes(ssh.stream().map(it -> it.map(PortRange::from)).toList()));
      HostKeys.of(vm).ifPresent(keys -> sshd.put("hostKeys", keys.option()));
      services.put("openssh", new Nix.Attributes(sshd));
    }
    for (var service : vm.services()) {
      var name = service.name();
      var settings = new LinkedHashMap<String, Nix>();
      if (services.get(name.value()) instanceof Nix.Attributes(var earlier)) {
        settings.putAll(earlier);
      }
      settings.putAll(Values.of(service.settings()).values());
      services.put(name.value(), new Nix.From(name.origin(), new Nix.Attributes(settings)));
    }
    return services.isEmpty() ? Optional.empty() : Optional.of(new Nix.Attributes(services));
  }
}
