package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class NatWithoutRoute implements Rule {
  private static final Code CODE =
      Code.error(
          "nat-without-route",
          "A host translates the addresses of a VLAN that it does not route.",
          "It sees no packet of the VLAN: only the VLAN's gateway can put its own address on what"
              + " leaves.",
          example(""),
          example("  route services\n"));

  private static String example(String route) {
    return """
    host box {
      lan {
        address 192.168.0.15/24
        gateway 192.168.0.1
      }
      bridge vmbr0 {
        uplink enp1s0
      }
      nat services
    %s}

    vlan services {
      id 20
      subnet 10.0.20.0/24
      gateway 10.0.20.1
    }
    """
        .replace("%s", route);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      for (var nat : host.nats()) {
        var vlan = nat.value();
        if (!host.isGatewayOf(vlan)) {
          report.accept(
              Diagnostic.at(
                      nat.place(),
                      CODE,
                      Message.of("host `{0}` has `nat` for VLAN `{1}` and no `route`", host, vlan),
                      Message.of("not routed by this host"))
                  .help(Message.of("add `route {0}` to host `{1}`", vlan, host)));
        }
      }
    }
  }
}
