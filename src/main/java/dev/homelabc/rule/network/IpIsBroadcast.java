package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Address;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class IpIsBroadcast implements Rule {
  private static final Code CODE =
      Code.error(
          "ip-is-broadcast",
          "A machine has the last address of its network, which means all machines in it.",
          "Packets to it go to everybody, and Linux refuses connections to it.",
          Edge.example("10.0.20.255"),
          Edge.example("10.0.20.10"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    Stream.of(index.addresses(), index.gateways())
        .flatMap(addresses -> addresses.stream())
        .filter(Address::isBroadcast)
        .forEach(it ->
            report.accept(
                Edge.finding(
                    it,
                    CODE,
                    Message.of(
                        "`{0}` is the broadcast address of `{1}`",
                        it.ip(), it.network().range()))));
  }
}
