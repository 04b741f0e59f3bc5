package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vm;
import dev.homelabc.source.Place;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A node of a cluster that is a VM. Unlike those of a host, its open ports and its disks are
/// stated in the lab.
///
/// @param named where the cluster names it
record VmNode(MicroVm vm, Cluster cluster, Place named, boolean isControlPlane) {
  /// Where the kubelet keeps its configuration, its certificate and the pods' scratch space.
  static final String KUBELET = "/var/lib/kubelet";

  /// A folder that has to outlast a restart, and the name and size of a volume for it.
  record State(String folder, String name, String size) {}

  /// Each VM once, as a node of the control plane if it is one.
  static List<VmNode> of(Lab lab) {
    var nodes = new LinkedHashMap<Name, VmNode>();
    for (var cluster : lab.clusters()) {
      cluster.controlPlane().forEach(it -> add(it, cluster, true, nodes));
      cluster.workers().forEach(it -> add(it, cluster, false, nodes));
    }
    return List.copyOf(nodes.values());
  }

  private static void add(
      Sourced<Node> node, Cluster cluster, boolean isControlPlane, Map<Name, VmNode> nodes) {
    if (node.value() instanceof MicroVm vm) {
      nodes.putIfAbsent(vm.name(), new VmNode(vm, cluster, node.place(), isControlPlane));
    }
  }

  Message role() {
    return isControlPlane
        ? Message.of("in the control plane of cluster `{0}`", cluster)
        : Message.of("a worker of cluster `{0}`", cluster);
  }

  /// Whether a mount covers a folder: it is on the folder itself or above it.
  static boolean covers(HostPath mount, String folder) {
    return mount.text().equals("/") || (folder + "/").startsWith(mount + "/");
  }

  /// The volume that a folder lies on.
  Optional<MicroVm.Volume> volumeOf(String folder) {
    return vm.volumes().stream()
        .filter(it -> it.mount().filter(mount -> covers(mount.value(), folder)).isPresent())
        .max((it, other) -> Integer.compare(depth(it), depth(other)));
  }

  /// A volume that is not mounted is above everything.
  private static int depth(MicroVm.Volume volume) {
    return volume.mount().map(it -> it.value().text().length()).orElse(0);
  }

  /// The share that a folder lies on, if no volume is mounted deeper.
  Optional<MicroVm.Share> shareOf(String folder) {
    int volume = volumeOf(folder).map(VmNode::depth).orElse(0);
    return vm.shares().stream()
        .filter(it -> covers(it.mount().value(), folder))
        .filter(it -> it.mount().value().text().length() > volume)
        .max((it, other) ->
            Integer.compare(
                it.mount().value().text().length(), other.mount().value().text().length()));
  }

  /// A finding if a folder is in memory, as all of a VM's root file system is: add a volume. The
  /// image is sparse, so what is not written takes no room on the host.
  Optional<Diagnostic> forgets(State state, Code code, Message message) {
    var folder = state.folder;
    if (volumeOf(folder).isPresent() || shareOf(folder).isPresent()) {
      return Optional.empty();
    }
    var add = Message.of("add a volume that is mounted on `{0}`", folder);
    var lines =
        List.of("volume " + state.name + " {", "  mount " + folder, "  size " + state.size, "}");
    var finding =
        Diagnostic.at(vm.origin().place(), code, message, Message.of("no volume for `{0}`", folder))
            .also(named, role());
    return Optional.of(adding(add, lines).map(finding::fix).orElseGet(() -> finding.help(add)));
  }

  /// A fix that adds lines to the VM's own block: below its last port, else below the last of its
  /// plain properties. Empty where it has none on a line of its own.
  Optional<Fix> adding(Message title, List<String> lines) {
    var ports = vm.ports().stream().map(Vm.Port::range).filter(VmNode::isOwn);
    Stream<Sourced<?>> plain =
        Stream.concat(ofNic(vm.nic()), Stream.of(vm.hostName(), vm.vcpu(), vm.memory()));
    var own = new ArrayList<Place>(ports.map(Sourced::place).toList());
    if (own.isEmpty()) {
      plain.filter(VmNode::isOwn).map(Sourced::place).forEach(own::add);
    }
    return own.stream()
        .max(Comparator.naturalOrder())
        .flatMap(place -> Fix.below(place, title, lines));
  }

  /// What the VM's own lines say of its first interface.
  private static Stream<Sourced<?>> ofNic(MicroVm.Nic nic) {
    return nic.name().isPresent()
        ? Stream.of()
        : Stream.concat(Stream.of(nic.vlan(), nic.ip(), nic.mac()), nic.device().stream());
  }

  private static boolean isOwn(Sourced<?> value) {
    return value.origin().profile().isEmpty() && !value.origin().isDefault();
  }
}
