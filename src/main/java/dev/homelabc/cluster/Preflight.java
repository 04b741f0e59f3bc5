package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What has to be in a cluster before anything is made there.
record Preflight(Cluster cluster, Scope scope) {

  /// Of a cluster that can run VMs at all, and has the namespace.
  void check() {
    if (!cluster.serves(Kind.VM)) {
      throw new ClusterFailure(
          0,
          Message.of("`{0}` has no KubeVirt, which runs VMs", cluster.server()),
          Message.of("choose another cluster with `--context NAME`"),
          Message.of("an administrator can install OpenShift Virtualization, or KubeVirt"));
    }
    if (look(Kind.NAMESPACE, "", scope.namespace()).filter(it -> !it).isPresent()) {
      throw new ClusterFailure(
          0,
          Message.of("`{0}` has no namespace `{1}`", cluster.server(), scope.namespace()),
          Message.of("make it with `oc new-project {0}`", scope.namespace()));
    }
  }

  /// What is missing of all that the objects need and that we do not make.
  List<Message> missing(Selection selection) {
    var missing = new ArrayList<Message>();
    if (!cluster.serves(Kind.DATA_VOLUME)) {
      missing.add(Message.of("`{0}` has no CDI, which copies the images of VMs", cluster.server()));
    }
    boolean isNetworked =
        !selection.networks().isEmpty()
            || selection.items().stream().anyMatch(it -> it.kind() == Kind.NETWORK);
    if (isNetworked && !cluster.serves(Kind.NETWORK)) {
      missing.add(
          Message.of("`{0}` has no Multus, which gives VMs their networks", cluster.server()));
      return missing;
    }
    for (var network : selection.networks()) {
      var parts = network.split("/", 2);
      if (look(Kind.NETWORK, parts[0], parts[1]).filter(it -> !it).isPresent()) {
        missing.add(
            Message.of("the network `{0}` of kind `existing` does not exist there", network));
      }
    }
    for (var name : selection.storageClasses()) {
      if (look(Kind.STORAGE_CLASS, "", name).filter(it -> !it).isPresent()) {
        missing.add(Message.of("there is no storage class `{0}`", name));
      }
    }
    return missing;
  }

  /// Disks of somebody else under the names of those of VMs that are going to be made. KubeVirt has
  /// a VM take over such a disk (`cdi.kubevirt.io/allowClaimAdoption`), which then starts from a
  /// stranger's data and takes them along when it is deleted. Disks of ours may be taken over.
  List<Message> foreignDisks(List<Item> vms) {
    var foreign = new ArrayList<Message>();
    for (var vm : vms) {
      Selection.disks(vm)
          .flatMap(this::foreignDisks)
          .map(it ->
              Message.of(
                  "`{0}` is there, was not made by homelabc for this project, and would become a"
                      + " disk of `{1}`",
                  it, vm.name()))
          .forEach(foreign::add);
    }
    return foreign;
  }

  private Stream<Item> foreignDisks(String name) {
    var volume = cluster.get(Kind.DATA_VOLUME, scope.namespace(), name);
    var claim = cluster.get(Kind.CLAIM, scope.namespace(), name);
    // One that a DataVolume has made is whose that is.
    var alone = claim.filter(it -> volume.filter(it::isOwnedBy).isEmpty());
    return Stream.of(volume, alone)
        .flatMap(Optional::stream)
        .filter(it -> !it.isOf(scope.project()));
  }

  /// Whether something is there; empty where we have no right to know.
  private Optional<Boolean> look(Kind kind, String namespace, String name) {
    try {
      return Optional.of(cluster.get(kind, namespace, name).isPresent());
    } catch (ClusterFailure e) {
      if (e.isForbidden()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
