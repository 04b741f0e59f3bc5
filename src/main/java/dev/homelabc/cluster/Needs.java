package dev.homelabc.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is still needed when some VMs are gone.
///
/// @param gone their UIDs
record Needs(Cluster cluster, Scope scope, Set<String> gone) {
  static Needs without(Cluster cluster, Scope scope, List<Item> vms) {
    return new Needs(cluster, scope, vms.stream().map(Item::uid).collect(Collectors.toSet()));
  }

  /// The VMs that stay and need what their group has in common, such as a Secret.
  List<String> users(Item shared) {
    var labels = new HashMap<>(Labels.of(scope.project()));
    shared.label(Labels.GROUP).ifPresent(it -> labels.put(Labels.GROUP, it));
    return cluster.list(Kind.VM, scope.namespace(), labels).stream()
        .filter(it -> !gone.contains(it.uid()))
        .map(Item::toString)
        .toList();
  }

  /// The VMs that stay, as `NAMESPACE/NAME`, by the networks that they are in.
  Map<String, List<String>> usersOfNetworks() {
    var users = new HashMap<String, List<String>>();
    for (var vm : visible()) {
      if (!gone.contains(vm.uid())) {
        Selection.networks(vm)
            .forEach(it ->
                users
                    .computeIfAbsent(it, _ -> new ArrayList<>())
                    .add(vm.namespace() + "/" + vm.name()));
      }
    }
    return users;
  }

  /// The VMs of all namespaces, or of ours where we may not see the others.
  private List<Item> visible() {
    try {
      return cluster.list(Kind.VM);
    } catch (ClusterFailure e) {
      if (!e.isForbidden()) {
        throw e;
      }
      return cluster.list(Kind.VM, scope.namespace(), Map.of());
    }
  }
}
