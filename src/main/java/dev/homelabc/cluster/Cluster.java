package dev.homelabc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homelabc.cluster.Refusals.Request;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What we ask of a cluster. Every request that it refuses, or does not answer, is a
/// [ClusterFailure].
public final class Cluster implements AutoCloseable {
  private final KubernetesClient client;
  private final Refusals refusals;

  Cluster(KubernetesClient client) {
    this.client = client;
    this.refusals = new Refusals(client.getMasterUrl().toString().replaceAll("/$", ""));
  }

  /// The URL of its server.
  public String server() {
    return refusals.server();
  }

  /// Whether it knows the kind at all.
  boolean serves(Kind kind) {
    return ask(
        new Request("get", kind, "", kind.groupPath()), () -> client.raw(kind.groupPath()) != null);
  }

  /// @param namespace of no importance to a kind that is in none
  Optional<Item> get(Kind kind, String namespace, String name) {
    return ask(
        new Request("get", kind, kind.isGlobal() ? "" : namespace, name),
        () -> {
          var all = all(kind);
          var found =
              kind.isGlobal() ? all.withName(name) : all.inNamespace(namespace).withName(name);
          return Optional.ofNullable(found.get()).map(it -> item(kind, it));
        });
  }

  List<Item> list(Kind kind, String namespace, Map<String, String> labels) {
    return ask(
        new Request("list", kind, namespace, ""),
        () -> items(kind, all(kind).inNamespace(namespace).withLabels(labels).list()));
  }

  /// Those of all namespaces.
  List<Item> list(Kind kind) {
    return ask(
        new Request("list", kind, "", ""), () -> items(kind, all(kind).inAnyNamespace().list()));
  }

  /// Events that are no mere notes.
  List<Item> warnings(String namespace) {
    return ask(
        new Request("list", Kind.EVENT, namespace, ""),
        () ->
            items(
                Kind.EVENT,
                all(Kind.EVENT).inNamespace(namespace).withField("type", "Warning").list()));
  }

  /// Makes the object or brings it to what it is to be, by server-side apply. Objects that are made
  /// so, too, have one manager from the start, so that no later apply meets another's fields.
  ///
  /// @param isTrial whether the server shall only say what it would do
  Item apply(Item item, boolean isTrial) {
    return ask(
        new Request("patch", item.kind(), item.namespace(), item.name()),
        () -> {
          var wanted =
              client
                  .getKubernetesSerialization()
                  .convertValue(item.body(), GenericKubernetesResource.class);
          return item(
              item.kind(),
              all(item.kind())
                  .inNamespace(item.namespace())
                  .resource(wanted)
                  .dryRun(isTrial)
                  .fieldValidation(Validation.STRICT)
                  .fieldManager(Labels.HOMELABC)
                  .forceConflicts()
                  .serverSideApply());
        });
  }

  /// Deletes this very object, and not another one that got its name since; and before it all that
  /// it owns. What is gone already is fine.
  void delete(Item item, boolean isTrial) {
    ask(
        new Request("delete", item.kind(), item.namespace(), item.name()),
        () -> {
          var options = new DeleteOptionsBuilder().withPropagationPolicy("Foreground");
          options.withNewPreconditions().withUid(item.uid()).endPreconditions();
          if (isTrial) {
            options.withDryRun("All");
          }
          try {
            client.raw(item.kind().path(item.namespace(), item.name()), "DELETE", options.build());
          } catch (KubernetesClientException e) {
            if (e.getCode() != 404) {
              throw e;
            }
          }
          return true;
        });
  }

  private MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      all(Kind kind) {
    return client.genericKubernetesResources(kind.context());
  }

  private List<Item> items(Kind kind, GenericKubernetesResourceList list) {
    return list.getItems().stream().map(it -> item(kind, it)).toList();
  }

  private Item item(Kind kind, GenericKubernetesResource found) {
    return new Item(kind, client.getKubernetesSerialization().convertValue(found, JsonNode.class));
  }

  private <T> T ask(Request request, Supplier<T> question) {
    try {
      return question.get();
    } catch (KubernetesClientException e) {
      throw refusals.of(e, request);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
