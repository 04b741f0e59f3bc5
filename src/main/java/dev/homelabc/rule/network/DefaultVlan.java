package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.VlanId;
import java.util.function.Consumer;

/// Where VLAN 1 meets the LAN of a host, [VlanInLan] says more.
public final class DefaultVlan implements Rule {
  private static final Code CODE =
      Code.warning(
          "default-vlan",
          "A VLAN has the id 1.",
          "Switches ship with VLAN 1 as the untagged VLAN of every port: whatever is plugged in"
              + " anywhere is in it, and its tagged frames often are not let through.",
          example(1),
          example(20));

  private static String example(int id) {
    return """
    vlan services {
      id %s
      subnet 10.0.20.0/24
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
      if (vlan.id().value().equals(VlanId.LAN)
          && lab.hosts().stream().allMatch(host -> VlanInLan.breaks(index, host, vlan).isEmpty())) {
        report.accept(
            Diagnostic.at(
                    vlan.id().place(),
                    CODE,
                    Message.of("VLAN `{0}` has the id 1, the default of every switch port", vlan),
                    Message.NONE)
                .help(Message.of("choose an id from 2 to 4094, or `untagged` if it is the LAN")));
      }
    }
  }
}
