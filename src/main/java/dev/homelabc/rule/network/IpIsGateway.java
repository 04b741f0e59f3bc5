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

public final class IpIsGateway implements Rule {
  private static final Code CODE =
      Code.error(
          "ip-is-gateway",
          "A machine has the address of its own network's gateway.",
          "It would send to itself whatever should leave the network, and draw its neighbours'"
              + " packets away from the gateway.",
          example("10.0.20.1"),
          example("10.0.20.10"));

  private static String example(String ip) {
    return """
    host box {
      route services
    }

    vlan services {
      id 20
      subnet 10.0.20.0/24
      gateway 10.0.20.1
    }

    vm web {
      vlan services
      ip %s
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", ip);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var other =
        Message.of("choose another address; a host that is the gateway has `route` instead");
    Stream.concat(index.addresses().stream(), index.pooled().stream().map(Pooled::address))
        .filter(Address::isGateway)
        .forEach(it -> report.accept(finding(it, other)));
    var router = Message.of("write the router's address as `gateway`, or leave `gateway` out");
    index.lans().stream()
        .filter(Address::isGateway)
        .forEach(it -> report.accept(finding(it, router)));
  }

  private static Diagnostic finding(Address address, Message help) {
    var network = address.network().words();
    return Diagnostic.at(
            address.place(),
            CODE,
            Message.of(
                "`{0}` is the address of {1} and of its gateway", address.ip(), address.owner()),
            Message.of("the address of {0}", address.owner()))
        .also(
            address.network().gateway().orElseThrow().place(),
            Message.of("the gateway of {0}", network))
        .help(help);
  }
}
