package dev.homelabc.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.cluster.VmState.Address;
import dev.homelabc.cluster.VmState.Disk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Looks at the VMs of a scope.
///
/// Meanings of fields: KubeVirt's `types.go` (VirtualMachinePrintableStatus) and CDI's (DataVolume
/// phases).
final class Observer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A VM with these is where it is wanted when it stands still.
  private static final Set<String> IDLE = Set.of("Halted", "Manual");

  private final Cluster cluster;
  private final Scope scope;

  Observer(Cluster cluster, Scope scope) {
    this.cluster = cluster;
    this.scope = scope;
  }

  /// The objects that make up the VMs, by their names.
  record Objects(
      Map<String, Item> vms,
      Map<String, Item> guests,
      Map<String, Item> disks,
      Map<String, Item> claims) {}

  Objects objects() {
    return new Objects(find(Kind.VM), find(Kind.GUEST), find(Kind.DATA_VOLUME), find(Kind.CLAIM));
  }

  Map<String, Item> find(Kind kind) {
    return cluster.list(kind, scope.namespace(), scope.labels()).stream()
        .filter(scope::includes)
        .collect(Collectors.toMap(Item::name, Function.identity(), (a, _) -> a, TreeMap::new));
  }

  /// @param planned VMs that are to be there
  List<VmState> states(Objects objects, List<Item> planned) {
    var all = new TreeMap<String, Item>();
    planned.forEach(it -> all.put(it.name(), it));
    all.putAll(objects.vms);
    return all.values().stream()
        .map(it -> objects.vms.containsKey(it.name()) ? state(it, objects) : missing(it))
        .toList();
  }

  /// A VM that is to be there, and is not; somebody else's may have its name.
  private VmState missing(Item vm) {
    boolean isForeign =
        cluster
            .get(Kind.VM, scope.namespace(), vm.name())
            .filter(it -> !it.isOf(scope.project()))
            .isPresent();
    return new VmState(
        vm.name(),
        isForeign ? VmState.FOREIGN : VmState.ABSENT,
        false,
        Optional.empty(),
        isForeign ? List.of() : addresses(vm, Optional.empty()),
        List.of(),
        Optional.empty(),
        false);
  }

  private static VmState state(Item vm, Objects objects) {
    var guest = Optional.ofNullable(objects.guests.get(vm.name()));
    var disks = disks(vm, objects);
    var phase = phase(vm.text("status", "printableStatus").orElse(VmState.CREATED), disks);
    var ready = condition(vm, "Ready");
    boolean isIdle =
        phase.equals("Stopped")
            && vm.text("spec", "runStrategy").filter(IDLE::contains).isPresent();
    return new VmState(
        vm.name(),
        phase,
        isIdle || isTrue(ready),
        guest.flatMap(it -> it.text("status", "nodeName")),
        addresses(vm, guest),
        disks,
        ready
            .filter(it -> it.path("status").asText().equals("False"))
            .map(it -> it.path("message").asText())
            .filter(it -> !it.isEmpty()),
        isTrue(condition(vm, "RestartRequired")));
  }

  private static boolean isTrue(Optional<JsonNode> condition) {
    return condition.filter(it -> it.path("status").asText().equals("True")).isPresent();
  }

  /// CDI restarts an importer that needs scratch space, and KubeVirt takes that for an error of the
  /// disk until it runs again.
  private static String phase(String printed, List<Disk> disks) {
    boolean passes = printed.equals("DataVolumeError") && disks.stream().noneMatch(Disk::isLost);
    return passes ? "Provisioning" : printed;
  }

  private static Optional<JsonNode> condition(Item item, String type) {
    return item.elements("status", "conditions").stream()
        .filter(it -> it.path("type").asText().equals(type))
        .findFirst();
  }

  private static List<Disk> disks(Item vm, Objects objects) {
    return Selection.disks(vm).map(name -> disk(name, objects)).toList();
  }

  private static Disk disk(String name, Objects objects) {
    var volume = Optional.ofNullable(objects.disks.get(name));
    var running = volume.flatMap(it -> condition(it, "Running"));
    return new Disk(
        name,
        volume.flatMap(it -> it.text("status", "phase")).orElse(VmState.ABSENT),
        volume.flatMap(it -> it.text("status", "progress")).filter(it -> it.endsWith("%")),
        Optional.ofNullable(objects.claims.get(name)).flatMap(it -> it.text("status", "phase")),
        running
            .filter(it -> it.path("status").asText().equals("False"))
            .filter(it -> !it.path("reason").asText().equals("Completed"))
            .map(it -> it.path("message").asText())
            .filter(it -> !it.isEmpty()));
  }

  /// What the guest reports, else what the lab gave it: without an agent in the guest, the cluster
  /// sees no address on a bridge.
  private static List<Address> addresses(Item vm, Optional<Item> guest) {
    var planned = planned(vm);
    var addresses = new ArrayList<Address>();
    for (var nic : vm.elements("spec", "template", "spec", "domain", "devices", "interfaces")) {
      var name = nic.path("name").asText();
      var seen = guest.map(it -> reported(it, name)).orElse("");
      var plan = planned.path(name).asText().split("/", 2)[0];
      if (!seen.isEmpty() || !plan.isEmpty()) {
        addresses.add(new Address(name, seen.isEmpty() ? plan : seen, seen.isEmpty()));
      }
    }
    return addresses;
  }

  private static String reported(Item guest, String nic) {
    return guest.elements("status", "interfaces").stream()
        .filter(it -> it.path("name").asText().equals(nic))
        .flatMap(it ->
            it.path("ipAddresses").isEmpty()
                ? List.of(it.path("ipAddress")).stream()
                : StreamSupport.stream(it.path("ipAddresses").spliterator(), false))
        .map(JsonNode::asText)
        // Every IPv6 interface has one, and nobody is reached at it.
        .filter(it -> !it.isEmpty() && !it.startsWith("fe80:"))
        .collect(Collectors.joining(", "));
  }

  /// The addresses that the lab gave a VM.
  static Stream<String> plannedAddresses(Item vm) {
    return planned(vm).valueStream().map(it -> it.asText().split("/", 2)[0]);
  }

  private static JsonNode planned(Item vm) {
    try {
      return JSON.readTree(
          vm.text("metadata", "annotations", "homelabc.dev/addresses").orElse("{}"));
    } catch (JsonProcessingException _) {
      return JSON.createObjectNode();
    }
  }
}
