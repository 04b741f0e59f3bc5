package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Attached;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.MacPrefix;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Ids over 99 have no two digits, and an untagged VLAN has none at all. What is wrong with an
/// address that others have too, [DuplicateMac] and [RepeatedMac] say; where the IP address is none
/// of the VLAN either, the VLAN is the mistake.
public final class MacVlanMismatch implements Rule {
  /// `02:00:00:00`, below which the fifth octet shows the VLAN.
  private static final MacPrefix PREFIX = new MacPrefix(0x0200_0000_0000L);

  private static final Code CODE =
      Code.warning(
          "mac-vlan-mismatch",
          "A MAC address that shows a VLAN shows another one than its VM is in.",
          "In `02:00:00:00:20:10` people read VLAN 20. An address that shows another VLAN is most"
              + " likely a copy from a VM elsewhere.",
          example("02:00:00:00:30:10"),
          example("02:00:00:00:20:10"));

  private static String example(String mac) {
    return """
    host box

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac %s
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", mac);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var counts =
        index.nics().stream()
            .collect(Collectors.groupingBy(it -> it.nic().mac().value(), Collectors.counting()));
    for (var it : index.nics()) {
      var mac = it.nic().mac();
      if (counts.getOrDefault(mac.value(), 0L) > 1 || isInOtherVlan(it)) {
        continue;
      }
      var shown = PREFIX.vlan(mac.value());
      it.nic()
          .vlan()
          .value()
          .tag()
          .map(id -> id.value().number())
          .filter(id -> id < 100 && shown.isPresent() && shown.getAsInt() != id)
          .ifPresent(id -> report.accept(finding(it, mac, id)));
    }
  }

  private static boolean isInOtherVlan(Attached attached) {
    var subnet = attached.nic().vlan().value().subnet().value();
    return attached.nic().address().filter(it -> !subnet.contains(it.value())).isPresent();
  }

  private static Diagnostic finding(Attached attached, Sourced<MacAddress> mac, int id) {
    var vlan = attached.nic().vlan();
    var shown = mac.toString().substring(12, 14);
    return Diagnostic.at(
            mac.place(),
            CODE,
            Message.of(
                "MAC address `{0}` shows VLAN {1}, `{2}` has the id {3}", mac, shown, vlan, id),
            Message.of("the address of {0}{1}", attached.owner(), Use.how(mac.origin())))
        .also(vlan.place(), Message.of("its VLAN"))
        .help(
            Message.of(
                "write `{0}`, if no other VM has it",
                mac.toString().substring(0, 12)
                    + "%02d".formatted(id)
                    + mac.toString().substring(14)));
  }
}
