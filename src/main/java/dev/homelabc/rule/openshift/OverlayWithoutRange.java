package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

/// A warning: one of the VMs may be the overlay's DHCP server.
public final class OverlayWithoutRange implements Rule {
  private static final Code CODE =
      Code.warning(
          "overlay-without-range",
          "An overlay network of an OpenShift project has no range.",
          "Without one its VMs ask for addresses by DHCP. An overlay reaches no server outside it,"
              + " and OVN-Kubernetes gives none to VMs there.",
          example(""),
          example("    range 10.0.30.0/24\n"));

  private static String example(String range) {
    return """
    openshift shop {
      network backend {
        kind layer2
    %s  }
    }
    """
        .replace("%s", range);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var project : index.lab().projects()) {
      for (var network : project.networks()) {
        if (network.link() instanceof Link.Layer2 && network.range().isEmpty()) {
          report.accept(
              Diagnostic.at(
                      network.origin().place(),
                      CODE,
                      Message.of("overlay `{0}` has no range", network.name()),
                      Message.of("its VMs ask for addresses that nobody gives"))
                  .help(Message.of("add `range 10.0.30.0/24`")));
        }
      }
    }
  }
}
