package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Address;

/// What the two laws about the edges of a network have in common.
final class Edge {
  private Edge() {}

  static String example(String ip) {
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

  static Diagnostic finding(Address address, Code code, Message message) {
    return Diagnostic.at(
            address.place(), code, message, Message.of("the address of {0}", address.owner()))
        .also(address.network().place(), Message.of("the network"))
        .help(address.network().choose());
  }
}
