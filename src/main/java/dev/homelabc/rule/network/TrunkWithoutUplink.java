package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class TrunkWithoutUplink implements Rule {
  private static final Code CODE =
      Code.error(
          "trunk-without-uplink",
          "A bridge has `trunk` and no uplink.",
          "Trunked VLANs leave through the uplink; without one they stay inside the host.",
          example(""),
          example("    uplink enp1s0\n"));

  private static String example(String uplink) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    host box {
      bridge vmbr0 {
        trunk services
    %s  }
    }
    """
        .replace("%s", uplink);
  }

  @Override
  public Code code() {
    return CODE;
  }

  /// One finding a bridge, however many VLANs it trunks.
  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      var bridge = host.bridge();
      if (bridge.uplink().isPresent() || bridge.trunks().isEmpty()) {
        continue;
      }
      var trunk = bridge.trunks().getFirst();
      report.accept(
          Diagnostic.at(
                  trunk.place(),
                  CODE,
                  Message.of(
                      "bridge `{0}` of `{1}` has `trunk` and no uplink", bridge.name(), host),
                  Message.of("has no way out of the host"))
              .help(Message.of("add `uplink INTERFACE` to the bridge, or take `trunk` out")));
    }
  }
}
