package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Attached;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.function.Consumer;

public final class DuplicateMac implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-mac",
          "Two network interfaces in one VLAN, or of one VM, have the same MAC address.",
          "A bridge sends frames to the port where it last saw the address, so both lose packets at"
              + " random; a guest knows its interfaces by their addresses.",
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
        .replace("%s", second);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    record InVlan(Name vlan, MacAddress mac) {}
    var uses = new ArrayList<Use<InVlan>>();
    for (var it : index.nics()) {
      var mac = it.nic().mac();
      uses.add(Use.of(mac, new InVlan(it.nic().vlan().value().name(), mac.value()), it.owner()));
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
                  .help(Message.of("give each interface its own address")));
        });
    index.lab().microVms().forEach(vm -> checkGuest(vm, report));
  }

  /// What repeats in one VLAN has been reported.
  private static void checkGuest(MicroVm vm, Consumer<Diagnostic> report) {
    var firsts = new HashMap<MacAddress, Attached>();
    for (var attached : Attached.of(vm)) {
      var first = firsts.putIfAbsent(attached.nic().mac().value(), attached);
      if (first != null
          && !first.nic().vlan().value().name().equals(attached.nic().vlan().value().name())) {
        report.accept(inGuest(vm, first, attached.nic().mac(), attached.owner()));
      }
    }
    for (var nic : vm.userNics()) {
      var first = firsts.get(nic.mac().value());
      if (first != null) {
        var owner = Message.of("interface `{0}` of `{1}`", nic.name(), vm);
        report.accept(inGuest(vm, first, nic.mac(), owner));
      }
    }
  }

  private static Diagnostic inGuest(
      MicroVm vm, Attached first, Sourced<MacAddress> mac, Message owner) {
    var firstUse = Use.of(first.nic().mac(), mac.value(), first.owner());
    return Use.of(mac, mac.value(), owner)
        .repeats(firstUse, CODE, Message.of("MAC address `{0}` is used twice in `{1}`", mac, vm))
        .help(Message.of("give each interface its own address"));
  }
}
