package dev.homelabc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// EndpointSlices, which say at which addresses the VMs behind a Service are. Kubernetes does not
/// know these addresses, so a slice follows the VMs that we make and delete.
final class Endpoints {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST = "endpoints";

  private Endpoints() {}

  /// The slice with those endpoints of another one that it lacks and that are of some VMs; empty
  /// where it lacks none.
  ///
  /// @param there as the cluster has it
  static Optional<Item> joined(Item there, Item wanted, List<Item> vms) {
    var known = addresses(there.elements(LIST));
    var here = addressesOf(vms);
    var more =
        wanted.elements(LIST).stream()
            .filter(it -> {
              var addresses = addresses(List.of(it));
              return here.containsAll(addresses) && !known.containsAll(addresses);
            })
            .toList();
    return more.isEmpty()
        ? Optional.empty()
        : Optional.of(with(there, Stream.concat(there.elements(LIST).stream(), more.stream())));
  }

  /// The slice without the endpoints of some VMs.
  ///
  /// @param there as the cluster has it
  static Item without(Item there, List<Item> vms) {
    var gone = addressesOf(vms);
    return with(
        there,
        there.elements(LIST).stream().filter(it -> !gone.containsAll(addresses(List.of(it)))));
  }

  /// To be applied: what the cluster keeps of its history must not be in it.
  private static Item with(Item there, Stream<JsonNode> endpoints) {
    var body = JSON.createObjectNode();
    for (var key : List.of("apiVersion", "kind", "addressType", "ports")) {
      copy(there.at(key), key, body);
    }
    for (var key : List.of("name", "namespace", "labels", "annotations")) {
      copy(there.at("metadata", key), key, body.withObject("/metadata"));
    }
    endpoints.forEach(body.withArray("/" + LIST)::add);
    return new Item(there.kind(), body);
  }

  private static void copy(JsonNode value, String key, ObjectNode into) {
    if (!value.isMissingNode() && !value.isNull()) {
      into.set(key, value);
    }
  }

  private static Set<String> addressesOf(List<Item> vms) {
    return vms.stream().flatMap(Observer::plannedAddresses).collect(Collectors.toSet());
  }

  private static Set<String> addresses(List<JsonNode> endpoints) {
    return endpoints.stream()
        .flatMap(it -> it.path("addresses").valueStream())
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
