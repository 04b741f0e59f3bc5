package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class NatWithoutLan implements Rule {
  private static final Code CODE =
      Code.error(
          "nat-without-lan",
          "A host without a LAN has `nat`.",
          "Packets are to leave under the host's LAN address, and it has none: no `lan`, and no"
              + " uplink that would get one by DHCP.",
          example(""),
          example(
              """
              bridge vmbr0 {
                uplink enp1s0
              }
              """));

  private static String example(String lan) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
      gateway 10.0.20.1
    }

    host box {
      route services
      nat services
    %s}
    """
        .replace("%s", Example.inBlock(lan));
  }

  @Override
  public Code code() {
    return CODE;
  }

  /// One finding a host: one missing block is behind all its `nat`.
  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      if (host.hasLan() || host.nats().isEmpty()) {
        continue;
      }
      var nat = host.nats().getFirst();
      report.accept(
          Diagnostic.at(
                  nat.place(),
                  CODE,
                  Message.of("host `{0}` has `nat` and no LAN address to translate to", host),
                  Message.of("leaves under the LAN address of `{0}`", host))
              .help(
                  host.bridge().uplink().isPresent()
                      ? Message.of(
                          "add `lan { address ADDRESS/PREFIX }` to the host, or take `nat` out")
                      : Message.of(
                          "add `bridge {0} { uplink INTERFACE }` to the host, or take `nat` out",
                          host.bridge().name())));
    }
  }
}
