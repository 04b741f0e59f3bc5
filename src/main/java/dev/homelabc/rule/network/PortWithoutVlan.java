package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm.Link;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class PortWithoutVlan implements Rule {
  private static final Code CODE =
      Code.error(
          "port-without-vlan",
          "QEMU makes a port on the bridge that homelabc keeps in VLANs.",
          "A port of that bridge is in the VLANs that its file names, and none can name a port"
              + " whose name QEMU chooses when the VM starts: it would be in no VLAN.",
          example("vmbr0"),
          example("br1"));

  private static String example(String bridge) {
    return """
    host box {
      nix "{ networking.bridges.br1.interfaces = [ ]; }"
    }

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vcpu 1
      memory 1GiB
      interface services {
        type bridge
        vlan services
        ip 10.0.20.10
        mac 02:00:00:00:20:10
        bridge %s
      }
    }
    """
        .replace("%s", bridge);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var it : index.nics()) {
      var host = it.vm().on().value();
      if (it.nic().link() instanceof Link.Bridge(var bridge)
          && bridge.value().equals(host.bridge().name().value())) {
        report.accept(
            Diagnostic.at(
                    bridge.place(),
                    CODE,
                    Message.of("`{0}` is the bridge of host `{1}`", bridge, host),
                    Message.of("the port of {0}", it.owner()))
                .help(Message.of("use `type tap`, which is put into its VLAN there")));
      }
    }
  }
}
