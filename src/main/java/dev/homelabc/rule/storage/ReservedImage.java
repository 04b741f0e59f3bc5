package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class ReservedImage implements Rule {
  private static final Code CODE =
      Code.error(
          "reserved-image",
          "The image of a volume lies in a folder of the host's system, or in one of another VM.",
          "The hypervisor makes the image, and runs as the user `microvm`, who may not write there."
              + " In the folder of another VM the image would go when that VM goes.",
          example("/var/lib/web.img"),
          example("/srv/vms/web.img"));

  private static String example(String image) {
    return Example.web(
        """
        volume data {
          mount /var/lib/web
          size 2GiB
          image %s
        }
        """
            .replace("%s", image));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      for (var volume : vm.volumes()) {
        if (volume.image().isEmpty()) {
          continue;
        }
        var image = volume.image().get();
        var folder = image.value().parent();
        var holds = ReservedSource.holds(folder, vm);
        if (!holds.isEmpty() && !folder.equals(vm.state())) {
          report.accept(
              Diagnostic.at(
                      image.place(),
                      CODE,
                      Message.of("folder `{0}` of the host holds {1}", folder, holds),
                      Message.of(
                          "the image of volume `{0}` of `{1}`{2}",
                          volume.name(), vm, Use.how(image.origin())))
                  .help(
                      Message.of(
                          "choose a folder for images, such as `/srv/vms`, or leave `image` out")));
        }
      }
    }
  }
}
