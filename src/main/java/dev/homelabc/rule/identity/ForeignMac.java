package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class ForeignMac implements Rule {
  private static final Code CODE =
      Code.warning(
          "foreign-mac",
          "A VM's MAC address is one that a maker of network cards gives out.",
          "Addresses of one's own have the second bit of the first octet set (IEEE 802: locally"
              + " administered), as `02` has. Any other may be the address of a real card in the"
              + " same network.",
          Example.web(
              "interface more {\n  vlan services\n  ip 10.0.20.11\n"
                  + "  mac 00:16:3e:00:20:11\n  tap vm-more\n}"),
          Example.web(
              "interface more {\n  vlan services\n  ip 10.0.20.11\n"
                  + "  mac 02:00:00:00:20:11\n  tap vm-more\n}"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var it : index.nics()) {
      var mac = it.nic().mac();
      if (!mac.value().isLocal()) {
        report.accept(
            Diagnostic.at(
                    mac.place(),
                    CODE,
                    Message.of("MAC address `{0}` belongs to a maker of network cards", mac),
                    Message.of("the address of {0}{1}", it.owner(), Use.how(mac.origin())))
                .help(Message.of("begin it with `02`, for example `02:00:00:00:20:10`")));
      }
    }
  }
}
