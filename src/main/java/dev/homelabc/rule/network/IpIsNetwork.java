package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Address;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Pooled;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class IpIsNetwork implements Rule {
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
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    Stream.of(
            index.addresses().stream(),
            index.gateways().stream(),
            index.pooled().stream().map(Pooled::address))
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
