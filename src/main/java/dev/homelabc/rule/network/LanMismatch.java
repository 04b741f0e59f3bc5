package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Vlan;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

/// Of a host without a stated LAN nobody here knows the subnet behind its uplink.
public final class LanMismatch implements Rule {
  private static final Code CODE =
      Code.error(
          "lan-mismatch",
          "An untagged VLAN and the LAN of a host that carries it are different networks.",
          "Untagged frames on the bridge are the LAN's: VMs with addresses of another subnet reach"
              + " neither its machines nor its router.",
          example("192.168.10.15"),
          example("192.168.0.15"));

  private static String example(String address) {
    return """
    host box {
      lan {
        address %s/24
      }
      bridge vmbr0 {
        uplink enp1s0
      }
    }

    vlan home {
      id untagged
      subnet 192.168.0.0/24
    }

    vm web {
      vlan home
      ip 192.168.0.20
      mac 02:00:00:00:00:20
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", address);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      index.taps(host).stream()
          .map(it -> it.nic().vlan().value())
          .filter(Vlan::isUntagged)
          .distinct()
          .filter(vlan -> differs(host, vlan))
          .forEach(vlan -> report.accept(finding(host, vlan)));
    }
  }

  private static boolean differs(Host host, Vlan vlan) {
    return host.lan()
        .filter(it -> !it.address().value().network().equals(vlan.subnet().value()))
        .isPresent();
  }

  private static Diagnostic finding(Host host, Vlan vlan) {
    var address = host.lan().orElseThrow().address();
    var network = address.value().network();
    return Diagnostic.at(
            vlan.subnet().place(),
            CODE,
            Message.of("VLAN `{0}` is the LAN of host `{1}`, which is `{2}`", vlan, host, network),
            Message.of("the subnet of VLAN `{0}`", vlan))
        .also(address.place(), Message.of("the address of host `{0}` in its LAN", host))
        .help(Message.of("give both the same network"));
  }
}
