package dev.homelabc.emit.nix;

import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm.Share;
import dev.homelabc.value.HostPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `hosts/HOST/microvm-storage.nix`: the folders of the host that its VMs share, and those in which
/// it makes their disks.
record StorageView(List<Folder> folders) {
  private static final HostPath STORE = new HostPath("/nix/store");

  /// Who gets a folder with which mode when it is made.
  private record Claim(String mode, String user, String group) {
    /// The user that hypervisors run as.
    static final Claim HYPERVISOR = new Claim("0755", "microvm", "kvm");

    static final Claim HOST_KEYS = new Claim("0700", "root", "root");

    static Claim of(Share share) {
      var standard =
          switch (share.protocol().value()) {
            case VIRTIOFS -> "root:kvm";
            case PLAN_9 -> HYPERVISOR.user + ":" + HYPERVISOR.group;
          };
      var owner = share.owner().map(it -> it.value()).orElse(standard).split(":", 2);
      return new Claim(share.mode().value(), owner[0], owner[1]);
    }
  }

  record Folder(String path, String mode, String user, String group) {
    private static Folder of(Map.Entry<HostPath, Claim> entry) {
      var claim = entry.getValue();
      return new Folder(entry.getKey().text(), claim.mode, claim.user, claim.group);
    }
  }

  static StorageView of(Lab lab, Host host) {
    var claims = new TreeMap<HostPath, Claim>();
    var state = host.storageRoot().value();
    for (var vm : lab.on(host)) {
      for (var share : vm.shares()) {
        var source = share.source().value();
        if (!source.equals(STORE) && !isBelow(source, STORE)) {
          claims.putIfAbsent(source, Claim.of(share));
          claimParents(claims, source, state);
        }
      }
      HostKeys.source(vm).ifPresent(source -> claims.put(source, Claim.HOST_KEYS));
      for (var volume : vm.volumes()) {
        var folder = vm.image(volume).parent();
        if (volume.image().isPresent() && !folder.equals(state)) {
          claims.put(folder, Claim.HYPERVISOR);
          claimParents(claims, folder, state);
        }
      }
    }
    return new StorageView(claims.entrySet().stream().map(Folder::of).toList());
  }

  /// systemd-tmpfiles refuses to go from a folder of one user to one of another, unless the first
  /// is root's. microvm.nix gives its state directory to `microvm`, so all on the way down from
  /// there has to be that user's too. Elsewhere the folders in between are made as root's anyway.
  private static void claimParents(
      TreeMap<HostPath, Claim> claims, HostPath source, HostPath state) {
    for (var folder = source.parent(); isBelow(folder, state); folder = folder.parent()) {
      claims.put(folder, Claim.HYPERVISOR);
    }
  }

  private static boolean isBelow(HostPath path, HostPath folder) {
    return path.text().startsWith(folder.text() + "/");
  }
}
