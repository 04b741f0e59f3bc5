package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.RootDisk;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

/// Container images of deployments, and containerDisks of OpenShift VMs. Other tags may move too,
/// but what is called `rocm` or `1.29` was chosen, and `latest` was not.
public final class FloatingImage implements Rule {
  private static final String LATEST = "latest";

  private static final Code CODE =
      Code.warning(
          "floating-image",
          "An image has the tag `latest`, or no tag, which means the same.",
          "It is another program after each release: two pods of one deployment can differ, a"
              + " restart can bring an upgrade, and the way back has no name.",
          Example.deployments(deployment("nginx")),
          Example.deployments(deployment("nginx:1.29")));

  private static String deployment(String image) {
    return """
    deployment web {
      image docker.io/library/%s
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
    for (var deployment : index.lab().deployments()) {
      check(deployment.image(), Message.of("the image of `{0}`", deployment), report);
    }
    for (var vm : index.lab().openShiftVms()) {
      if (vm.disk().image().value() instanceof RootDisk.Image.Registry(var reference)) {
        check(vm.disk().image().map(_ -> reference), Message.of("the image of `{0}`", vm), report);
      }
    }
  }

  private static void check(Sourced<String> image, Message owner, Consumer<Diagnostic> report) {
    var reference = image.value();
    // A colon before the last slash belongs to the registry's port.
    var name = reference.substring(reference.lastIndexOf('/') + 1);
    int colon = name.indexOf(':');
    var tag = colon < 0 ? LATEST : name.substring(colon + 1);
    if (name.contains("@") || !tag.equals(LATEST)) {
      return;
    }
    report.accept(
        Diagnostic.at(
                image.place(),
                CODE,
                colon < 0
                    ? Message.of("image `{0}` has no tag", reference)
                    : Message.of("image `{0}` has the tag `latest`", reference),
                Message.of("{0}{1}", owner, Use.how(image.origin())))
            .help(Message.of("name a release, such as `:1.29`, or a digest")));
  }
}
