package dev.homelabc.emit.nix;

import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm.Share;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.HostPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `hosts/HOST/microvm-storage.nix`: the folders of the host that its VMs share, and those in which
/// it makes their disks.
record StorageView(List<Folder> folders) {
  private static final HostPath STORE = new HostPath("/nix/store");

  /// Who gets a folder with which mode when it is made.
  private record Claim(Origin origin, Sourced<String> mode, Sourced<String> owner) {
    /// The user that hypervisors run as.
    static final String HYPERVISOR = "microvm:kvm";

    static Claim of(Share share) {
      var standard =
          share
              .protocol()
              .map(it ->
                  switch (it) {
                    case VIRTIOFS -> "root:kvm";
                    case PLAN_9 -> HYPERVISOR;
                  });
      return new Claim(share.source().origin(), share.mode(), share.owner().orElse(standard));
    }

    static Claim hypervisor(Origin origin) {
      return new Claim(origin, new Sourced<>("0755", origin), new Sourced<>(HYPERVISOR, origin));
    }

    static Claim hostKeys(Origin origin) {
      return new Claim(origin, new Sourced<>("0700", origin), new Sourced<>("root:root", origin));
    }
  }

  record Folder(
      Sourced<String> path, Sourced<String> mode, Sourced<String> user, Sourced<String> group) {
    private static Folder of(Map.Entry<HostPath, Claim> entry) {
      var claim = entry.getValue();
      return new Folder(
          new Sourced<>(entry.getKey().text(), claim.origin),
          claim.mode,
          claim.owner.map(it -> it.split(":", 2)[0]),
          claim.owner.map(it -> it.split(":", 2)[1]));
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
          claimParents(claims, share.source(), state);
        }
      }
      HostKeys.source(vm)
          .ifPresent(source -> claims.put(source.value(), Claim.hostKeys(source.origin())));
      for (var volume : vm.volumes()) {
        volume
            .image()
            .map(it -> it.map(HostPath::parent))
            .filter(folder -> !folder.value().equals(state))
            .ifPresent(folder -> {
              claims.put(folder.value(), Claim.hypervisor(folder.origin()));
              claimParents(claims, folder, state);
            });
      }
    }
    return new StorageView(claims.entrySet().stream().map(Folder::of).toList());
  }

  /// systemd-tmpfiles refuses to go from a folder of one user to one of another, unless the first
  /// is root's. microvm.nix gives its state directory to `microvm`, so all on the way down from
  /// there has to be that user's too. Elsewhere the folders in between are made as root's anyway.
  private static void claimParents(
      TreeMap<HostPath, Claim> claims, Sourced<HostPath> source, HostPath state) {
    for (var folder = source.value().parent(); isBelow(folder, state); folder = folder.parent()) {
      claims.put(folder, Claim.hypervisor(source.origin()));
    }
  }

  private static boolean isBelow(HostPath path, HostPath folder) {
    return path.text().startsWith(folder.text() + "/");
  }
}
