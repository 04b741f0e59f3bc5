package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Vlan;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/// Asked of each host by itself: that another host routes the VLAN helps its VMs only through a
/// trunk. A VLAN without a gateway is meant to have no way out, and only a VM's first interface has
/// one by it; what is behind a macvtap or another bridge the lab does not know.
public final class UnreachableGateway implements Rule {
  private static final Code CODE =
      Code.warning(
          "unreachable-gateway",
          "A VM's gateway is neither its host nor behind its host's uplink.",
          "The VLAN ends inside the host, and nobody in it has the gateway's address: the VM"
              + " reaches its neighbours and nothing else.",
          example(""),
          example(" {\n  route services\n}"));

  private static String example(String route) {
    return """
    host box%s

    vlan services {
      id 20
      subnet 10.0.20.0/24
      gateway 10.0.20.1
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", route);
  }

  @Override
  public Code code() {
    return CODE;
  }

  /// One finding for each VLAN of a host, at its first VM there.
  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      var cutOff = new LinkedHashMap<Vlan, List<MicroVm>>();
      for (var vm : index.on(host)) {
        var vlan = vm.nic().vlan().value();
        if (vm.nic().isOnHostBridge() && vlan.gateway().isPresent() && !isOpen(host, vlan)) {
          cutOff.computeIfAbsent(vlan, _ -> new ArrayList<>()).add(vm);
        }
      }
      cutOff.forEach((vlan, vms) -> report.accept(finding(host, vlan, vms)));
    }
  }

  /// A trunk or LAN without an uplink is another law's business.
  private static boolean isOpen(Host host, Vlan vlan) {
    boolean isLan = vlan.bridgeId().equals(VlanId.LAN) && host.hasLan();
    boolean leavesUntagged = vlan.isUntagged() && host.bridge().uplink().isPresent();
    return host.isGatewayOf(vlan) || host.isTrunking(vlan) || isLan || leavesUntagged;
  }

  private static Diagnostic finding(Host host, Vlan vlan, List<MicroVm> vms) {
    var first = Collections.min(vms, Comparator.comparing((MicroVm vm) -> vm.nic().vlan().place()));
    var gateway = vlan.gateway().orElseThrow();
    var more = vms.size() == 1 ? Message.NONE : Message.of(", and {0} more", vms.size() - 1);
    var finding =
        Diagnostic.at(
                first.nic().vlan().place(),
                CODE,
                Message.of(
                    "VLAN `{0}` ends inside host `{1}`, its gateway is out of reach", vlan, host),
                Message.of(
                    "the VLAN of `{0}`{1}{2}", first, Use.how(first.nic().vlan().origin()), more))
            .also(gateway.place(), Message.of("neither this host nor behind its uplink"));
    if (vlan.isUntagged()) {
      return finding.help(
          Message.of(
              "add `bridge {0} { uplink INTERFACE }` to host `{1}`", host.bridge().name(), host));
    }
    return finding
        .help(Message.of("add `route {0}` to host `{1}`, if it is to be the gateway", vlan, host))
        .help(
            Message.of(
                "or add `trunk {0}` to its bridge, if the gateway is a router outside", vlan));
  }
}
