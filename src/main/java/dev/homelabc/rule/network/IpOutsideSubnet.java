package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.rule.Address;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class IpOutsideSubnet implements Rule {
  private static final Code CODE =
      Code.error(
          "ip-outside-subnet",
          "The address of a VM or host lies outside the subnet of its VLAN.",
          "Nobody in the VLAN would look for it there, and the gateway would not send packets"
              + " back.",
          example("10.0.30.10"),
          example("10.0.20.10"));

  private static String example(String ip) {
    return """
    host box

    vlan services {
      id 20
      subnet 10.0.20.0/24
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
    for (var address : index.addresses()) {
      if (!address.isInside()) {
        var network = address.network();
        report.accept(
            Diagnostic.at(
                    address.place(),
                    CODE,
                    Message.of(
                        "`{0}` is not in `{1}`, the subnet of {2}",
                        address.ip(), network.range(), network.words()),
                    Message.of("the address of {0}", address.owner()))
                .also(network.place(), Message.of("the subnet of {0}", network.words()))
                .help(help(index.lab(), address)));
      }
    }
  }

  private static Message help(Lab lab, Address address) {
    return lab.vlans().stream()
        .filter(vlan -> vlan.subnet().value().contains(address.ip()))
        .findFirst()
        .map(vlan -> Message.of("put it into VLAN `{0}`, whose subnet has this address", vlan))
        .orElse(address.network().choose());
  }
}
