package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.emit.NixName;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Share;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Capability;
import dev.homelabc.value.PortRange;
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
    String hypervisor,
    int vcpu,
    long mem,
    List<NicView> nics,
    boolean isStoreShared,
    List<ShareView> shares,
    List<DiskView> disks,
    List<DiskView> images,
    List<DiskView> mounted,
    HardwareView hardware,
    Optional<Nix> qemuArgs,
    Optional<Long> cid,
    String hostname,
    Optional<String> domain,
    Optional<Nix> firewall,
    Optional<Nix> timeServers,
    boolean isNode,
    Optional<Nix> services,
    List<OwnerView> owners,
    Optional<Nix> sshKeys,
    Optional<String> timeZone,
    String stateVersion) {

  record ShareView(
      String proto,
      String tag,
      String source,
      String mount,
      boolean readOnly,
      Optional<String> cache) {
    static ShareView of(Share share) {
      return new ShareView(
          share.protocol().toString(),
          DiskNames.tag(share.name().value().text()),
          share.source().value().text(),
          share.mount().value().text(),
          share.readOnly().value(),
          share.cache().map(Sourced::value));
    }
  }

  /// A folder of the guest that belongs to a service's user and group.
  ///
  /// @param id number of both
  record OwnerView(String folder, NixName user, int id) {}

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
        vm.hypervisor().toString(),
        vm.vcpu().value(),
        vm.memory().value().mib(),
        NicView.of(lab, vm),
        isStoreShared(vm),
        Stream.concat(vm.shares().stream().map(ShareView::of), HostKeys.share(vm).stream())
            .toList(),
        disks.stream().filter(DiskView::isListed).toList(),
        images,
        mounted,
        HardwareView.of(vm),
        qemuArgs(disks),
        vm.vsock().map(cid -> cid.value().number()),
        vm.hostName().toString(),
        lab.domain().map(Sourced::value),
        Firewall.of(vm),
        Values.texts(lab.ntp()),
        KubeNodes.contain(lab, vm),
        services(vm),
        KnownService.owners(vm),
        Values.texts(lab.sshKeys()),
        lab.timeZone().map(Sourced::value),
        lab.stateVersion().value());
  }

  private static String arguments(
      List<DiskView> images, List<DiskView> mounted, List<String> unfree) {
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
    KubeNodes.modules(lab, vm).forEach(module -> imports.add(new Nix.Path("../" + module)));
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
    var arguments = new ArrayList<String>();
    for (var disk : disks) {
      if (!disk.isListed()) {
        var serial = disk.serial().orElseThrow();
        var drive = "volume-" + serial;
        arguments.add("-drive");
        arguments.add(
            "id="
                + drive
                + ",format=qcow2,file="
                + disk.image()
                + ",if=none,aio=io_uring,discard=unmap"
                + (disk.isDirect() ? ",cache=none" : "")
                + ",read-only=off");
        arguments.add("-device");
        arguments.add("virtio-blk-pci,drive=" + drive + ",serial=" + serial);
      }
    }
    return arguments.isEmpty() ? Optional.empty() : Optional.of(Nix.texts(arguments));
  }

  /// `services`: sshd where a port is named after it, and what the VM states, key by key.
  private static Optional<Nix> services(MicroVm vm) {
    var services = new LinkedHashMap<String, Nix>();
    var ssh = vm.sshPorts().stream().map(PortRange::from).toList();
    if (!ssh.isEmpty()) {
      var sshd = new LinkedHashMap<String, Nix>();
      sshd.put("enable", new Nix.Flag(true));
      sshd.put("ports", Nix.wholes(ssh));
      HostKeys.of(vm).ifPresent(keys -> sshd.put("hostKeys", keys.option()));
      services.put("openssh", new Nix.Attributes(sshd));
    }
    for (var service : vm.services()) {
      var name = service.name().value();
      var settings = new LinkedHashMap<String, Nix>();
      if (services.get(name) instanceof Nix.Attributes(var earlier)) {
        settings.putAll(earlier);
      }
      settings.putAll(Values.of(service.settings()).values());
      services.put(name, new Nix.Attributes(settings));
    }
    return services.isEmpty() ? Optional.empty() : Optional.of(new Nix.Attributes(services));
  }
}
