package dev.homelabc.emit.ansible;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `ansible/inventory.yaml`. Only names and addresses are in it: Ansible would take braces in a
/// text for an expression.
record InventoryView(List<HostEntry> hosts, List<VmEntry> vms, List<Group> groups) {
  private static final int SSH = 22;

  record HostEntry(String name, String address, String user, boolean isImperative) {
    static HostEntry of(Host host) {
      var login = host.login();
      return new HostEntry(host.name().text(), login.address(), login.user(), host.isImperative());
    }
  }

  /// @param address its host name where a DHCP server gives the address
  /// @param port of its SSH server, where that is not the standard one
  /// @param jump the login of its host, through which it is reached
  record VmEntry(
      String name,
      String address,
      Optional<Integer> port,
      String jump,
      String host,
      boolean autostart) {
    static VmEntry of(Lab lab, MicroVm vm) {
      var host = vm.on().value();
      return new VmEntry(
          vm.name().text(),
          lab.reach(vm),
          vm.sshPorts().stream().map(PortRange::from).findFirst().filter(port -> port != SSH),
          host.login().toString(),
          host.name().text(),
          vm.autostart().value());
    }
  }

  /// Ansible takes names of groups with dashes amiss, and names here have no underscores.
  record Group(String name, List<String> members) {
    static Group of(String prefix, String name, Stream<String> members) {
      return new Group(prefix + name.replace('-', '_'), members.distinct().sorted().toList());
    }
  }

  static InventoryView of(Lab lab) {
    var groups = new ArrayList<Group>();
    for (var host : lab.hosts()) {
      var vms = lab.on(host);
      if (!vms.isEmpty()) {
        groups.add(Group.of("on_", host.name().text(), vms.stream().map(vm -> vm.name().text())));
      }
    }
    for (var cluster : lab.clusters()) {
      groups.add(group(cluster, "_control_plane", cluster.controlPlane()));
      if (!cluster.workers().isEmpty()) {
        groups.add(group(cluster, "_worker", cluster.workers()));
      }
    }
    return new InventoryView(
        lab.hosts().stream().map(HostEntry::of).toList(),
        lab.microVms().stream().map(vm -> VmEntry.of(lab, vm)).toList(),
        groups);
  }

  private static Group group(Cluster cluster, String role, List<Sourced<Node>> nodes) {
    return Group.of(
        "cluster_", cluster.name() + role, nodes.stream().map(node -> node.value().name().text()));
  }
}
