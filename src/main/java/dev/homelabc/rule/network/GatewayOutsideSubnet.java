package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class GatewayOutsideSubnet implements Rule {
  private static final Code CODE =
      Code.error(
          "gateway-outside-subnet",
          "A gateway lies outside the network that it is the gateway of.",
          "A machine finds its gateway by ARP in its own network; one outside cannot be reached.",
          example("10.0.30.1"),
          example("10.0.20.1"));

  private static String example(String gateway) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
      gateway %s
    }
    """
        .replace("%s", gateway);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var gateway : index.gateways()) {
      if (!gateway.isInside()) {
        var range = gateway.network().range();
        report.accept(
            Diagnostic.at(
                    gateway.place(),
                    CODE,
                    Message.of("gateway `{0}` is not in its network `{1}`", gateway.ip(), range),
                    gateway.owner())
                .also(gateway.network().place(), Message.of("its network"))
                .help(gateway.network().choose()));
      }
    }
  }
}
