package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class OvsBridgeAsLinuxBridge implements Rule {
  private static final String LOCALNET = "localnet";

  /// The bridge to the outside that OVN-Kubernetes makes on every node.
  private static final String OVS = "br-ex";

  private static final Code CODE =
      Code.warning(
          "ovs-bridge-as-linux-bridge",
          "A network takes a bridge of Open vSwitch for a Linux bridge.",
          "The CNI plugin for Linux bridges cannot attach to it: no VM of the network would start."
              + " VMs reach the network behind it as a localnet, which the nodes map to the bridge"
              + " in a NodeNetworkConfigurationPolicy (`ovn.bridge-mappings`).",
          example("kind linux-bridge"),
          example("kind localnet"));

  private static String example(String kind) {
    return """
    openshift shop {
      network lan {
        %s
        bridge br-ex
      }
    }

    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.com/web.qcow2
      disk 10GiB
      network lan
    }
    """
        .replace("%s", kind);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var project : index.lab().projects()) {
      for (var network : project.networks()) {
        if (network.link() instanceof Link.LinuxBridge(var bridge, var kind)
            && bridge.value().equals(OVS)) {
          report.accept(
              Diagnostic.at(
                      bridge.place(),
                      CODE,
                      Message.of("`{0}` is no Linux bridge", bridge),
                      Message.of("a bridge of Open vSwitch"))
                  .also(kind.place(), Message.of("taken for one here"))
                  .help(Message.of("write `{0}`", "kind " + LOCALNET))
                  .fix(Fix.of(kind.place(), LOCALNET)));
        }
      }
    }
  }
}
