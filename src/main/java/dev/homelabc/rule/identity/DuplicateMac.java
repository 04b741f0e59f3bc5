package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.function.Consumer;

public final class DuplicateMac implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-mac",
          "Two VMs in one VLAN have the same MAC address.",
          "A bridge sends frames to the port where it last saw the address, so both VMs lose"
              + " packets at random.",
          example("02:00:00:00:20:10"),
          example("02:00:00:00:20:11"));

  private static String example(String second) {
    return """
    host box

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
    }

    vm db {
      vlan services
      ip 10.0.20.11
      mac %s
      vcpu 1
      memory 1GiB
    }
    """
        .formatted(second);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    record InVlan(Name vlan, MacAddress mac) {}
    var uses = new ArrayList<Use<InVlan>>();
    for (var vm : index.lab().microVms()) {
      var vlan = vm.nic().vlan().value();
      var mac = vm.nic().mac();
      uses.add(Use.of(mac, new InVlan(vlan.name(), mac.value()), Message.of("`{0}`", vm)));
    }
    Use.eachRepeated(
        uses,
        (first, again) -> {
          var mac = again.value().mac();
          var vlan = again.value().vlan();
          report.accept(
              again
                  .repeats(
                      first,
                      CODE,
                      Message.of("MAC address `{0}` is used twice in VLAN `{1}`", mac, vlan))
                  .help(Message.of("give each VM its own address")));
        });
  }
}
