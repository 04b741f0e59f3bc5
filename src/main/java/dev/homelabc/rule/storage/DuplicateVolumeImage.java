package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.function.Consumer;

public final class DuplicateVolumeImage implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-volume-image",
          "Two volumes have one image.",
          "Two VMs that mount one file system write over each other and ruin it within minutes."
              + " microvm.nix sees it only within a VM.",
          Example.webAndDb(volume("/srv/vms/data.img"), volume("/srv/vms/data.img")),
          Example.webAndDb(volume("/srv/vms/web.img"), volume("/srv/vms/db.img")));

  private static String volume(String image) {
    return """
    volume data {
      mount /var/lib/data
      size 2GiB
      image %s
    }
    """
        .replace("%s", image);
  }

  private record OnHost(Name host, HostPath image) {}

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses = new ArrayList<Use<OnHost>>();
    for (var vm : index.lab().microVms()) {
      for (var volume : vm.volumes()) {
        uses.add(
            new Use<>(
                new OnHost(vm.on().value().name(), vm.image(volume)),
                Message.of("volume `{0}` of `{1}`", volume.name(), vm),
                volume.image().map(it -> it.origin()).orElse(volume.name().origin())));
      }
    }
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(
                        first,
                        CODE,
                        Message.of(
                            "image `{0}` of host `{1}` is the disk of two volumes",
                            again.value().image(), again.value().host()))
                    .help(
                        again.place().equals(first.place())
                            ? Message.of("write `${name}` in its path, or leave `image` out")
                            : Message.of("give each volume its own image"))));
  }
}
