package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.source.Place;
import dev.homelabc.value.VlanId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Fine are VMs in VLAN 1 where it has the LAN's own subnet: that is how VMs are put on the LAN.
public final class VlanInLan implements Rule {
  private static final Code CODE =
      Code.error(
          "vlan-in-lan",
          "A host that has a LAN carries the VLAN with the id 1.",
          "Inside a bridge the untagged LAN is VLAN 1, as on a switch. A VLAN with this id is the"
              + " LAN itself: its VMs stand among the machines at home, and an interface that"
              + " expects its frames tagged receives none.",
          example(1),
          example(20));

  private static String example(int id) {
    return """
    host box {
      lan {
        address 192.168.0.15/24
        gateway 192.168.0.1
      }
      bridge vmbr0 {
        uplink enp1s0
      }
      route services
    }

    vlan services {
      id %s
      subnet 10.0.20.0/24
      gateway 10.0.20.1
    }
    """
        .replace("%s", Integer.toString(id));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    for (var vlan : lab.vlans()) {
      for (var host : lab.hosts()) {
        breaks(index, host, vlan)
            .ifPresent(use ->
                report.accept(
                    Diagnostic.at(
                            vlan.id().place(),
                            CODE,
                            Message.of(
                                "VLAN `{0}` has the id 1, which is the LAN of host `{1}`",
                                vlan, host),
                            Message.of("the id of the untagged LAN inside a bridge"))
                        .also(use, Message.of("carried by host `{0}` here", host))
                        .also(host.lanOrigin().orElseThrow().place(), Message.of("its LAN"))
                        .help(
                            Message.of(
                                "choose an id from 2 to 4094, or `untagged` if it is the LAN"))));
      }
    }
  }

  /// Where a host with a LAN takes VLAN 1 for something else, if it does.
  public static Optional<Place> breaks(LabIndex index, Host host, Vlan vlan) {
    if (!vlan.id().value().equals(VlanId.LAN) || !host.hasLan()) {
      return Optional.empty();
    }
    // What network a DHCP server is in, nobody here knows.
    boolean isLan =
        host.lan()
            .map(lan -> lan.address().value().network().equals(vlan.subnet().value()))
            .orElse(true);
    var tagged =
        Stream.of(
                host.routes().stream(),
                host.addresses().stream().map(Host.VlanAddress::vlan),
                host.bridge().trunks().stream())
            .flatMap(it -> it);
    var untagged = index.taps(host).stream().map(it -> it.nic().vlan()).filter(_ -> !isLan);
    return Stream.concat(tagged, untagged)
        .filter(it -> it.value().name().equals(vlan.name()))
        .map(Sourced::place)
        .findFirst();
  }
}
