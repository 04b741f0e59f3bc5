package dev.homelabc.emit.just;

import dev.homelabc.model.Host;
import dev.homelabc.model.Host.Login;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import java.util.List;
import java.util.Optional;

/// `justfile`: recipes for VMs and hosts.
///
/// @param gone VMs that left something on a host
record JustView(
    List<HostView> hosts, List<VmView> vms, boolean hasImperative, List<Belongings.Gone> gone) {
  private static final int SSH = 22;

  /// @param isRoot whether one logs in as root
  record HostView(
      Sourced<Name> name,
      Sourced<Login> login,
      boolean isRoot,
      boolean isImperative,
      List<VmView> vms) {
    static HostView of(Lab lab, Host host) {
      var login = host.login();
      return new HostView(
          host.named(),
          login,
          login.value().user().equals("root"),
          host.isImperative(),
          lab.on(host).stream().map(vm -> VmView.of(lab, vm)).toList());
    }
  }

  /// @param address where its host reaches it: the host name where a DHCP server gives the address
  /// @param hasSsh whether it has an SSH server
  /// @param port that of its SSH server, where it is not the standard one
  record VmView(
      Sourced<Name> name,
      Sourced<Host> host,
      boolean isImperative,
      Sourced<String> address,
      boolean hasSsh,
      Optional<Sourced<Integer>> port) {
    static VmView of(Lab lab, MicroVm vm) {
      return new VmView(
          vm.named(),
          vm.on(),
          vm.on().value().isImperative(),
          lab.reach(vm),
          !vm.sshPorts().isEmpty(),
          vm.sshPorts().stream()
              .map(port -> port.map(PortRange::from))
              .findFirst()
              .filter(port -> port.value() != SSH));
    }
  }

  static JustView of(Lab lab, Belongings belongings) {
    var hosts = lab.hosts().stream().map(host -> HostView.of(lab, host)).toList();
    var vms = hosts.stream().flatMap(host -> host.vms.stream()).toList();
    return new JustView(hosts, vms, vms.stream().anyMatch(VmView::isImperative), belongings.gone());
  }
}
