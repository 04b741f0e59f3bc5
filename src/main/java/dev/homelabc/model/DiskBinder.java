package dev.homelabc.model;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.FileSystem;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import dev.homelabc.value.ShareProtocol;
import dev.homelabc.value.Size;
import dev.homelabc.value.VolumeFormat;
import java.util.ArrayList;
import java.util.List;

/// Binds the shares and volumes of a microVM.
final class DiskBinder {
  private DiskBinder() {}

  static List<MicroVm.Share> shares(Values vm) {
    var shares = new ArrayList<MicroVm.Share>();
    for (var entry : vm.fields().all("share")) {
      var share = vm.in(entry);
      var name = vm.argument(entry, 0, Name.class);
      var source = share.required("source", HostPath.class, "source /var/lib/microvms/web/data");
      var mount = share.required("mount", HostPath.class, "mount /var/lib/web");
      var protocol = share.the("proto", ShareProtocol.class);
      if (protocol.value() == ShareProtocol.PLAN_9) {
        share.idle("cache", Message.of("`proto virtiofs`"));
      }
      if (name.isPresent() && source.isPresent() && mount.isPresent()) {
        shares.add(
            new MicroVm.Share(
                name.get(),
                source.get(),
                mount.get(),
                share.flag("read-only"),
                protocol,
                share.one("cache", String.class),
                share.the("mode", String.class),
                share.one("owner", String.class)));
      }
    }
    return shares;
  }

  static List<MicroVm.Volume> volumes(Values vm) {
    var volumes = new ArrayList<MicroVm.Volume>();
    for (var entry : vm.fields().all("volume")) {
      var volume = vm.in(entry);
      var name = vm.argument(entry, 0, Name.class);
      var size = volume.required("size", Size.class, "size 2GiB");
      if (volume.fields().one("mount").isEmpty()) {
        volume.idle("fs", Message.of("`mount`"));
      }
      if (name.isPresent() && size.isPresent() && !volume.fields().spoilt().contains("mount")) {
        volumes.add(
            new MicroVm.Volume(
                name.get(),
                volume.one("mount", HostPath.class),
                size.get(),
                volume.the("format", VolumeFormat.class),
                volume.the("fs", FileSystem.class),
                volume.one("image", HostPath.class),
                volume.one("serial", String.class),
                volume.flag("direct")));
      }
    }
    return volumes;
  }
}
