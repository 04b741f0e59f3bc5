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
import java.util.HashSet;
import java.util.function.Consumer;

/// What repeats in one VLAN, or in one VM, is [DuplicateMac]'s.
public final class RepeatedMac implements Rule {
  private static final Code CODE =
      Code.warning(
          "repeated-mac",
          "VMs in different VLANs have the same MAC address.",
          "Frames do not mix, but switches that learn addresses for all VLANs together, and people"
              + " who read logs, take the VMs for one.",
          example("02:00:00:ab:00:10"),
          example("02:00:00:ab:00:11"));

  private static String example(String second) {
    return """
    host box

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vlan storage {
      id 30
      subnet 10.0.30.0/24
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:ab:00:10
      vcpu 1
      memory 1GiB
    }

    vm db {
      vlan storage
      ip 10.0.30.10
      mac %s
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", second);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    record InVlan(Name vlan, MacAddress mac) {}
    record InVm(Name vm, MacAddress mac) {}
    var known = new HashSet<Record>();
    var uses = new ArrayList<Use<MacAddress>>();
    for (var it : index.nics()) {
      var mac = it.nic().mac();
      boolean isFirstInVlan = known.add(new InVlan(it.nic().vlan().value().name(), mac.value()));
      boolean isFirstInVm = known.add(new InVm(it.vm().name(), mac.value()));
      if (isFirstInVlan && isFirstInVm) {
        uses.add(Use.of(mac, mac.value(), it.owner()));
      }
    }
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(
                        first,
                        CODE,
                        Message.of(
                            "MAC address `{0}` is used in more than one VLAN", again.value()))
                    .help(Message.of("give each interface its own address"))));
  }
}
