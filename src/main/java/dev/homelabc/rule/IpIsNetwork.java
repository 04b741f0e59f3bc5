package dev.homelabc.rule;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import java.util.function.Consumer;
import java.util.stream.Stream;

final class IpIsNetwork implements Rule {
  private static final Code CODE =
      Code.error(
          "ip-is-network",
          "A machine has the first address of its network, which stands for the network itself.",
          "Old systems take it for a broadcast address; routers and firewalls drop packets to it.",
          Edge.example("10.0.20.0"),
          Edge.example("10.0.20.10"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Lab lab, Consumer<Diagnostic> report) {
    Stream.of(
            Address.written(lab).stream(),
            Address.gateways(lab).stream(),
            Pooled.of(lab).stream().map(Pooled::address))
        .flatMap(addresses -> addresses)
        .filter(Address::isNetwork)
        .forEach(it ->
            report.accept(
                Edge.finding(
                    it,
                    CODE,
                    Message.of(
                        "`{0}` is the network address of `{1}`", it.ip(), it.network().range()))));
  }
}
