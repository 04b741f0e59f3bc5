package dev.homelabc.emit.nix;

import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.value.HostPath;
import java.util.List;
import java.util.TreeMap;

/// `hosts/HOST/microvm-storage.nix`: the folders that the host shares with its VMs.
record StorageView(List<Folder> folders) {
  private static final HostPath STORE = new HostPath("/nix/store");
  private static final HostPath STATE = new HostPath("/var/lib/microvms");

  /// @param user who gets the folder when it is made
  record Folder(String path, String user) {}

  static StorageView of(Lab lab, Host host) {
    var users = new TreeMap<HostPath, String>();
    for (var vm : lab.on(host)) {
      for (var share : vm.shares()) {
        var source = share.source().value();
        if (!source.equals(STORE) && !isBelow(source, STORE)) {
          users.putIfAbsent(source, "root");
          claimParents(users, source);
        }
      }
    }
    return new StorageView(
        users.entrySet().stream()
            .map(entry -> new Folder(entry.getKey().text(), entry.getValue()))
            .toList());
  }

  /// systemd-tmpfiles refuses to go from a folder of one user to one of another, unless the first
  /// is root's. microvm.nix gives its state directory to `microvm`, so all on the way down from
  /// there has to be that user's too. Elsewhere the folders in between are made as root's anyway.
  private static void claimParents(TreeMap<HostPath, String> users, HostPath source) {
    for (var folder = source.parent(); isBelow(folder, STATE); folder = folder.parent()) {
      users.put(folder, "microvm");
    }
  }

  private static boolean isBelow(HostPath path, HostPath folder) {
    return path.text().startsWith(folder.text() + "/");
  }
}
