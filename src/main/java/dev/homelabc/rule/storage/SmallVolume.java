package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.FileSystem;
import java.util.function.Consumer;

public final class SmallVolume implements Rule {
  private static final Code CODE =
      Code.error(
          "small-volume",
          "A volume is smaller than its file system can be.",
          "mkfs.xfs makes nothing below 300 MiB and mkfs.btrfs nothing below 109 MiB; the VM does"
              + " not get as far as its first start.",
          example("200MiB"),
          example("300MiB"));

  private static String example(String size) {
    return Example.web(
        """
        volume data {
          mount /var/lib/web
          size %s
          fs xfs
        }
        """
            .replace("%s", size));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      for (var volume : vm.volumes()) {
        var fileSystem = volume.fileSystem().value();
        var size = volume.size();
        if (volume.mount().isPresent() && size.value().mib() < least(fileSystem)) {
          report.accept(
              Diagnostic.at(
                      size.place(),
                      CODE,
                      Message.of(
                          "volume `{0}` of `{1}` has {2}, and {3} needs {4}MiB",
                          volume.name(), vm, size, fileSystem, least(fileSystem)),
                      Message.of("the size of the volume{0}", Use.how(size.origin())))
                  .help(
                      Message.of(
                          "write `size {0}MiB` or more, or choose `fs ext4`", least(fileSystem))));
        }
      }
    }
  }

  /// MiB. xfsprogs refuses less since 5.19, and btrfs-progs with its defaults (data once, metadata
  /// twice) names 114294784 bytes as its least.
  private static long least(FileSystem fileSystem) {
    return switch (fileSystem) {
      case EXT4 -> 1;
      case XFS -> 300;
      case BTRFS -> 109;
    };
  }
}
