package dev.homelabc.emit.ansible;

import dev.homelabc.model.Cluster;
import dev.homelabc.model.Host;
import dev.homelabc.model.Host.Login;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `ansible/inventory.yaml`. Only names and addresses are in it: Ansible would take braces in a
/// text for an expression.
record InventoryView(List<HostEntry> hosts, List<VmEntry> vms, List<Group> groups) {
  private static final int SSH = 22;

  record HostEntry(
      Sourced<Name> name,
      Sourced<String> address,
      Sourced<String> user,
      Sourced<Boolean> isImperative) {
    static HostEntry of(Host host) {
      var login = host.login();
      return new HostEntry(
          host.named(),
          login.map(Login::address),
          login.map(Login::user),
          host.vms().map(_ -> host.isImperative()));
    }
  }

  /// @param address its host name where a DHCP server gives the address
  /// @param port of its SSH server, where that is not the standard one
  /// @param jump the login of its host, through which it is reached
  record VmEntry(
      Sourced<Name> name,
      Sourced<String> address,
      Optional<Sourced<Integer>> port,
      Sourced<Sourced<Login>> jump,
      Sourced<Host> host,
      Sourced<Boolean> autostart) {
    static VmEntry of(Lab lab, MicroVm vm) {
      return new VmEntry(
          vm.named(),
          lab.reach(vm),
          vm.sshPorts().stream()
              .map(port -> port.map(PortRange::from))
              .findFirst()
              .filter(port -> port.value() != SSH),
          vm.on().map(Host::login),
          vm.on(),
          vm.autostart());
    }
  }

  /// Ansible takes names of groups with dashes amiss, and names here have no underscores.
  record Group(Sourced<String> name, List<Sourced<Name>> members) {
    static Group of(String prefix, Sourced<String> name, Stream<Sourced<Name>> members) {
      var sorted = new TreeMap<Name, Sourced<Name>>();
      members.forEach(it -> sorted.putIfAbsent(it.value(), it));
      return new Group(name.map(it -> prefix + it.replace('-', '_')), List.copyOf(sorted.values()));
    }
  }

  static InventoryView of(Lab lab) {
    var groups = new ArrayList<Group>();
    for (var host : lab.hosts()) {
      var vms = lab.on(host);
      if (!vms.isEmpty()) {
        groups.add(Group.of("on_", host.named().map(Name::text), vms.stream().map(MicroVm::named)));
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
        "cluster_",
        cluster.named().map(it -> it + role),
        nodes.stream().map(node -> node.map(Node::name)));
  }
}
