package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

/// A warning: on a bridge without an uplink the LAN may still be what a module of the user's own
/// makes of it.
public final class LanWithoutUplink implements Rule {
  private static final Code CODE =
      Code.warning(
          "lan-without-uplink",
          "A host has a LAN address on a bridge without an uplink.",
          "The bridge has no port to the LAN: at that address nobody reaches the host.",
          example(""),
          example(
              """
              bridge vmbr0 {
                uplink enp1s0
              }
              """));

  private static String example(String bridge) {
    return """
    host box {
      lan {
        address 192.168.0.15/24
        gateway 192.168.0.1
      }
    %s}
    """
        .replace("%s", Example.inBlock(bridge));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      var bridge = host.bridge();
      if (host.lan().isEmpty() || bridge.uplink().isPresent()) {
        continue;
      }
      report.accept(
          Diagnostic.at(
                  host.lan().get().address().place(),
                  CODE,
                  Message.of("the LAN of host `{0}` ends at bridge `{1}`", host, bridge.name()),
                  Message.of("an address on a bridge without an uplink"))
              .help(
                  Message.of("add `bridge {0} { uplink INTERFACE }` to the host", bridge.name())));
    }
  }
}
