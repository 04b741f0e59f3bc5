package dev.homelabc.cluster;

import dev.homelabc.cluster.Leftovers.Candidate;
import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// What a removal is going to delete, as it was when somebody looked.
///
/// @param vms the VMs; what they own goes with them
/// @param disks DataVolumes and PVCs that nobody owns
/// @param claims the PVCs behind all disks of the VMs; most go with what owns them
/// @param copying what of the copying to those disks is there
/// @param own Secrets and the like of single VMs
/// @param shared what the VMs of a group have in common, in the order in which it goes
/// @param networks of the project
/// @param kept what others still need of all that
/// @param strangers what has a name of ours and was not made by us; it stays
public record RemovalPlan(
    List<Item> vms,
    List<Item> disks,
    List<Item> claims,
    List<Item> copying,
    List<Item> own,
    List<Item> shared,
    List<Item> networks,
    List<Kept> kept,
    List<String> strangers) {

  /// What stays because a VM needs it.
  record Kept(Item item, Message why) {}

  static Message need(String user) {
    return Message.of("{0} still needs it", user);
  }

  /// Looks what there is to delete.
  ///
  /// @param selection what the lab has in the scope
  public static RemovalPlan of(Cluster cluster, Scope scope, Selection selection) {
    new Preflight(cluster, scope).check();
    var observer = new Observer(cluster, scope);
    var objects = observer.objects();
    var vms = List.copyOf(objects.vms().values());
    var volumes =
        objects.disks().values().stream().filter(it -> !it.hasOwner() || isOwned(it, vms)).toList();
    var claims =
        objects.claims().values().stream()
            .filter(it -> !it.hasOwner() || isOwned(it, volumes) || isOwned(it, vms))
            .toList();
    var kinds = Stream.of(Kind.ENDPOINTS, Kind.SERVICE, Kind.SECRET);
    var rest =
        kinds
            .flatMap(it -> cluster.list(it, scope.namespace(), scope.labels()).stream())
            // A slice that the cluster keeps for a Service goes with it.
            .filter(it -> !it.hasOwner())
            .toList();
    var needs = Needs.without(cluster, scope, vms);
    var shared = rest.stream().filter(it -> it.label(Labels.INSTANCE).isEmpty()).toList();
    var networks = scope.isWholeProject() ? networks(cluster, scope) : List.<Item>of();
    var kept =
        Stream.concat(
                shared.stream().flatMap(it -> kept(it, needs.users(it))),
                networks.isEmpty() ? Stream.of() : kept(networks, needs.usersOfNetworks()))
            .toList();
    var staying = kept.stream().map(Kept::item).toList();
    return new RemovalPlan(
        vms,
        Stream.concat(volumes.stream(), claims.stream()).filter(it -> !it.hasOwner()).toList(),
        claims,
        claims.stream().flatMap(it -> copying(cluster, it).stream()).toList(),
        rest.stream()
            .filter(it -> it.label(Labels.INSTANCE).isPresent() && scope.includes(it))
            .toList(),
        shared.stream().filter(it -> !staying.contains(it)).toList(),
        networks.stream().filter(it -> !staying.contains(it)).toList(),
        kept,
        strangers(cluster, scope, selection));
  }

  private static Stream<Kept> kept(List<Item> networks, Map<String, List<String>> users) {
    return networks.stream()
        .flatMap(it -> kept(it, users.getOrDefault(it.namespace() + "/" + it.name(), List.of())));
  }

  private static Stream<Kept> kept(Item item, List<String> users) {
    return users.stream().limit(1).map(it -> new Kept(item, need(it)));
  }

  private static boolean isOwned(Item item, List<Item> owners) {
    return owners.stream().anyMatch(item::isOwnedBy);
  }

  private static List<Item> networks(Cluster cluster, Scope scope) {
    return cluster.serves(Kind.NETWORK)
        ? cluster.list(Kind.NETWORK, scope.namespace(), scope.labels())
        : List.of();
  }

  private static List<Item> copying(Cluster cluster, Item claim) {
    var found = new ArrayList<Item>();
    for (var it : Leftovers.namesOf(claim)) {
      cluster
          .get(it.kind(), claim.namespace(), it.name())
          .filter(item -> isOfCopying(it, item, claim))
          .ifPresent(found::add);
    }
    return found;
  }

  /// A name that only looks like CDI's may be of anybody: then CDI's label has to tell.
  private static boolean isOfCopying(Candidate candidate, Item item, Item claim) {
    boolean isOfCdi =
        item.label("app").filter("containerized-data-importer"::equals).isPresent()
            && !item.uid().equals(claim.uid());
    return candidate.isUnique() || isOfCdi;
  }

  private static List<String> strangers(Cluster cluster, Scope scope, Selection selection) {
    return selection.items().stream()
        .filter(it -> it.kind() != Kind.NETWORK || scope.isWholeProject())
        .flatMap(it -> cluster.get(it.kind(), it.namespace(), it.name()).stream())
        .filter(it -> !it.isOf(scope.project()))
        .map(Item::toString)
        .toList();
  }

  public boolean isEmpty() {
    return Stream.of(vms, disks, own, shared, networks).allMatch(List::isEmpty);
  }

  /// What goes, each with its kind and name.
  public List<String> titles() {
    return Stream.of(vms, disks, claims, copying, own, shared, networks)
        .flatMap(List::stream)
        .map(Item::toString)
        .distinct()
        .toList();
  }

  /// What stays although it belongs there: its kind and name, and why.
  public void eachKept(BiConsumer<String, Message> journal) {
    kept.forEach(it -> journal.accept(it.item().toString(), it.why()));
  }
}
