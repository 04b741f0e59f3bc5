package dev.homelabc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homelabc.output.OutputTree;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The objects that a scope comes to.
///
/// @param items what is to be made, in order
/// @param slices EndpointSlices that are not to be made, and follow the VMs where they are there
/// @param networks what has to be there: NetworkAttachmentDefinitions as `NAMESPACE/NAME`, sorted
/// @param storageClasses what has to be there, sorted
public record Selection(
    List<Item> items, List<Item> slices, Set<String> networks, Set<String> storageClasses) {

  /// Chooses them.
  ///
  /// @param tree what `build` would write
  public static Selection of(OutputTree tree, Scope scope) {
    var all = Items.of(tree, scope.project());
    var vms =
        all.stream()
            .filter(it -> it.kind() == Kind.VM && isMeant(it, scope) && scope.includes(it))
            .toList();
    var names = vms.stream().map(Item::name).collect(Collectors.toSet());
    var needed = vms.stream().flatMap(Selection::needs).collect(Collectors.toSet());
    Predicate<Item> isChosen =
        it ->
            scope.isWholeProject()
                || needed.contains(it.kind() + " " + it.namespace() + "/" + it.name())
                || it.label(Labels.INSTANCE).filter(names::contains).isPresent()
                || isShared(it, scope);
    var items = all.stream().filter(isChosen).toList();
    var slices =
        all.stream()
            .filter(it -> it.kind() == Kind.ENDPOINTS && isMeant(it, scope) && !items.contains(it))
            .toList();
    return new Selection(items, slices, strange(vms, all), classes(items));
  }

  public List<String> vms() {
    return items.stream().filter(it -> it.kind() == Kind.VM).map(Item::name).toList();
  }

  private static boolean isMeant(Item item, Scope scope) {
    return scope.isWholeProject() || item.label(Labels.GROUP).equals(scope.group());
  }

  /// Of the group as a whole, such as its Service: one VM does not need it.
  private static boolean isShared(Item item, Scope scope) {
    return scope.isWholeGroup() && isMeant(item, scope) && item.label(Labels.INSTANCE).isEmpty();
  }

  /// The objects without which a VM does not start.
  private static Stream<String> needs(Item vm) {
    var networks = networks(vm).map(it -> Kind.NETWORK + " " + it);
    var template = vm.at("spec", "template", "spec");
    var secrets =
        Stream.concat(
                template.findValues("secretRef").stream(),
                Stream.concat(
                    template.findValues("networkDataSecretRef").stream(),
                    template.findValues("secret").stream()))
            .flatMap(it -> Stream.of(it.path("name"), it.path("secretName")))
            .filter(JsonNode::isTextual)
            .map(it -> Kind.SECRET + " " + vm.namespace() + "/" + it.asText());
    var disks = disks(vm).map(it -> Kind.DATA_VOLUME + " " + vm.namespace() + "/" + it);
    return Stream.of(networks, secrets, disks).flatMap(it -> it);
  }

  /// The names of the DataVolumes, and PVCs, that are its disks.
  static Stream<String> disks(Item vm) {
    return vm.elements("spec", "template", "spec", "volumes").stream()
        .map(it -> it.path("dataVolume").path("name").asText())
        .filter(it -> !it.isEmpty());
  }

  /// As `NAMESPACE/NAME`.
  static Stream<String> networks(Item vm) {
    return vm.elements("spec", "template", "spec", "networks").stream()
        .map(it -> it.path("multus").path("networkName").asText())
        .filter(it -> !it.isEmpty())
        .map(it -> it.contains("/") ? it : vm.namespace() + "/" + it);
  }

  private static Set<String> strange(Collection<Item> vms, Collection<Item> all) {
    var networks = new TreeSet<String>();
    vms.stream().flatMap(Selection::networks).forEach(networks::add);
    all.stream()
        .filter(it -> it.kind() == Kind.NETWORK)
        .forEach(it -> networks.remove(it.namespace() + "/" + it.name()));
    return networks;
  }

  private static Set<String> classes(Collection<Item> items) {
    return items.stream()
        .filter(it -> it.kind() == Kind.VM || it.kind() == Kind.DATA_VOLUME)
        .flatMap(it -> it.body().findValuesAsText("storageClassName").stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
