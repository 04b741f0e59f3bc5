package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.RootDisk.Image;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.List;
import java.util.function.Consumer;

public final class ImageNotMirrored implements Rule {
  private static final Code CODE =
      Code.warning(
          "image-not-mirrored",
          "An image does not come from a mirror of the VM's project.",
          "A project that names mirrors is one whose cluster cannot reach the rest: the import of"
              + " the disk would try again for ever.",
          example("https://cloud.example.org/web.qcow2"),
          example("https://mirror.example.com/images/web.qcow2"));

  private static String example(String image) {
    return """
    openshift shop {
      image-mirror https://mirror.example.com/images
    }

    vm web {
      vcpu 1
      memory 1GiB
      image %s
      disk 10GiB
    }
    """
        .replace("%s", image);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().openShiftVms()) {
      var mirrors = vm.project().value().imageMirrors();
      var image = vm.disk().image();
      if (!mirrors.isEmpty() && !isMirrored(image.value(), mirrors)) {
        report.accept(
            Diagnostic.at(
                    image.place(),
                    CODE,
                    Message.of("this image is in no mirror of project `{0}`", vm.project()),
                    Message.of("the image of `{0}`{1}", vm, Use.how(image.origin())))
                .also(mirrors.getFirst().place(), Message.of("images are mirrored here"))
                .help(
                    Message.of("mirror the image, and write where: `{0}/…`", mirrors.getFirst())));
      }
    }
  }

  private static boolean isMirrored(Image image, List<Sourced<String>> mirrors) {
    return mirrors.stream()
        .map(Sourced::value)
        .anyMatch(mirror ->
            switch (image) {
              case Image.Url(var url) -> isBelow(url, mirror);
              // A registry is named without a scheme.
              case Image.Registry(var reference) ->
                  isBelow(reference, mirror.substring(mirror.indexOf("://") + 3));
              // In the cluster already.
              case Image.Claim _, Image.Snapshot _, Image.DataSource _ -> true;
            });
  }

  private static boolean isBelow(String address, String mirror) {
    return address.startsWith(mirror.endsWith("/") ? mirror : mirror + "/");
  }
}
