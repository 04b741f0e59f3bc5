package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm.Link;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class MacvtapOnUplink implements Rule {
  private static final Code CODE =
      Code.error(
          "macvtap-on-uplink",
          "A macvtap stands on the uplink of its host's bridge.",
          "Linux gives the frames of an interface to one receiver, and the bridge has those of its"
              + " uplink: the macvtap cannot be made (\"Device or resource busy\") and the VM does"
              + " not start.",
          example("enp1s0"),
          example("enp2s0"));

  private static String example(String link) {
    return """
    host box {
      bridge vmbr0 {
        uplink enp1s0
        trunk services
      }
    }

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vcpu 1
      memory 1GiB
      interface services {
        type macvtap
        vlan services
        ip 10.0.20.10
        mac 02:00:00:00:20:10
        tap vm-web
        link %s
        mode bridge
      }
    }
    """
        .replace("%s", link);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var it : index.nics()) {
      var host = it.vm().on().value();
      var uplink = host.bridge().uplink();
      if (it.nic().link() instanceof Link.Macvtap(_, var under, _)
          && uplink.isPresent()
          && uplink.get().value().equals(under.value())) {
        report.accept(
            Diagnostic.at(
                    under.place(),
                    CODE,
                    Message.of("`{0}` is the uplink of host `{1}`", under, host),
                    Message.of("carries the macvtap of {0}", it.owner()))
                .also(
                    uplink.get().place(),
                    Message.of("a port of bridge `{0}`", host.bridge().name()))
                .help(Message.of("use `type tap`, whose VLAN leaves through the uplink")));
      }
    }
  }
}
