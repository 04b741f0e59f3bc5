package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class IpInDhcpPool implements Rule {
  private static final Code CODE =
      Code.warning(
          "ip-in-dhcp-pool",
          "A VM's address lies among those that a DHCP server gives out.",
          "The server may give it to another machine while the VM is off.",
          example("10.0.20.150"),
          example("10.0.20.10"));

  private static String example(String ip) {
    return """
    host box {
      lan {
        address 192.168.0.15/24
      }
      bridge vmbr0 {
        uplink enp1s0
        trunk services
      }
    }

    vlan services {
      id 20
      subnet 10.0.20.0/24
      dhcp 10.0.20.100-10.0.20.199
    }

    vm web {
      vlan services
      ip %s
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", ip);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var it : index.nics()) {
      var given = it.nic().address();
      var pool = it.nic().vlan().value().dhcp();
      if (given.isPresent()
          && pool.isPresent()
          && pool.get().value().contains(given.get().value())) {
        var ip = given.get();
        report.accept(
            Diagnostic.at(
                    ip.place(),
                    CODE,
                    Message.of("`{0}` lies in the DHCP pool `{1}`", ip, pool.get()),
                    Message.of("the address of {0}{1}", it.owner(), Use.how(ip.origin())))
                .also(pool.get().place(), Message.of("the pool"))
                .help(Message.of("choose an address outside the pool")));
      }
    }
  }
}
