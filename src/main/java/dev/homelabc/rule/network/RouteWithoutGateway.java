package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class RouteWithoutGateway implements Rule {
  private static final Code CODE =
      Code.error(
          "route-without-gateway",
          "A host routes a VLAN that has no gateway address.",
          "The host would have no address there to forward from, and the VLAN's machines no way"
              + " out.",
          example(""),
          example("  gateway 10.0.20.1\n"));

  private static String example(String gateway) {
    return """
    host box {
      route services
    }

    vlan services {
      id 20
      subnet 10.0.20.0/24
    %s}
    """
        .replace("%s", gateway);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      for (var route : host.routes()) {
        var vlan = route.value();
        if (vlan.gateway().isEmpty() && !vlan.hasUnreadGateway()) {
          var range = vlan.subnet().value();
          var first = range.prefix() < 31 ? range.network().plus(1) : range.network();
          report.accept(
              Diagnostic.at(
                      route.place(),
                      CODE,
                      Message.of("host `{0}` routes VLAN `{1}`, which has no gateway", host, vlan),
                      Message.of("routed by host `{0}`", host))
                  .also(vlan.origin().place(), Message.of("has no `gateway`"))
                  .help(Message.of("add a gateway to the VLAN, for example `gateway {0}`", first)));
        }
      }
    }
  }
}
