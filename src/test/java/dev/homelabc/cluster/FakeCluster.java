package dev.homelabc.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// A server of the Kubernetes API on this machine, with a store and without any controller: what a
/// controller would do, a test does.
public final class FakeCluster implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  /// Kept, for loggers that nobody keeps forget what they were told.
  private static final Logger QUIET = Logger.getLogger("io.fabric8.mockwebserver");

  private final FakeApi api = new FakeApi();
  private final KubernetesMockServer server =
      new KubernetesMockServer(new Context(JSON), new MockWebServer(), new HashMap<>(), api, false);

  public FakeCluster(String... namespaces) {
    QUIET.setLevel(Level.OFF);
    server.start();
    Stream.of(namespaces)
        .forEach(
            it -> put("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(it)));
  }

  /// One that has all that the lab of these tests needs and does not make.
  public static FakeCluster ofShop() {
    var cluster = new FakeCluster("shop-prod", "default");
    cluster.put("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}}");
    cluster.put(
        """
        {apiVersion: k8s.cni.cncf.io/v1, kind: NetworkAttachmentDefinition,
         metadata: {name: backup, namespace: default}}
        """);
    return cluster;
  }

  /// One that has the storage of OpenShift.
  public static FakeCluster withNamespace(String namespace) {
    var cluster = new FakeCluster(namespace);
    cluster.put(
        "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: %s}}"
            .formatted("ocs-storagecluster-ceph-rbd-virtualization"));
    return cluster;
  }

  /// The disk of a VM as KubeVirt and CDI make it from the VM's template.
  public void disk(String vm, String project, String phase, String progress) {
    var owner =
        get(Kind.VM.path("shop-prod", vm)).orElseThrow().path("metadata").path("uid").asText();
    put(
        """
        apiVersion: cdi.kubevirt.io/v1beta1
        kind: DataVolume
        metadata:
          name: %1$s-os
          namespace: shop-prod
          uid: disk-of-%1$s
          labels:
            app.kubernetes.io/managed-by: homelabc
            app.kubernetes.io/part-of: %2$s
            app.kubernetes.io/name: %3$s
            app.kubernetes.io/instance: %1$s
          ownerReferences: [{kind: VirtualMachine, name: %1$s, uid: %4$s}]
        status: {phase: %5$s, progress: "%6$s"}
        """
            .formatted(vm, project, vm.replaceFirst("-[0-9]+$", ""), owner, phase, progress));
  }

  /// The PVC of a VM's disk as CDI makes it.
  public void claim(String vm, String phase) {
    put(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: %1$s-os
          namespace: shop-prod
          uid: claim-of-%1$s
          labels:
            app.kubernetes.io/managed-by: homelabc
            app.kubernetes.io/part-of: shop
            app.kubernetes.io/name: %2$s
            app.kubernetes.io/instance: %1$s
          ownerReferences: [{kind: DataVolume, name: %1$s-os, uid: disk-of-%1$s}]
        status: {phase: %3$s}
        """
            .formatted(vm, vm.replaceFirst("-[0-9]+$", ""), phase));
  }

  /// Keeps an object that is being deleted, as a finalizer does, until a test takes it away.
  public void hold(String path) {
    api.held.add(path);
  }

  /// Puts an object there, or another one in its place.
  ///
  /// @param yaml its own `uid` counts
  public void put(String yaml) {
    try {
      api.put(path(new YAMLMapper().readTree(yaml)), (ObjectNode) new YAMLMapper().readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  /// Gives an object that is there a status.
  public void status(String path, String yaml) {
    try {
      var item = (ObjectNode) get(path).orElseThrow();
      item.set("status", new YAMLMapper().readTree(yaml));
      api.put(path, item);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  /// Takes an object away.
  public void remove(String path) {
    api.remove(path);
  }

  private static String path(JsonNode item) {
    var kind =
        Stream.of(Kind.values())
            .filter(it -> it.toString().equals(item.path("kind").asText()))
            .findFirst()
            .orElseThrow();
    var name = item.path("metadata").path("name").asText();
    return kind.isGlobal()
        ? kind.groupPath() + "/" + kind.plural() + "/" + name
        : kind.path(item.path("metadata").path("namespace").asText(), name);
  }

  /// The object at a path of the API.
  public Optional<JsonNode> get(String path) {
    return api.find(path);
  }

  /// What there is of a kind, as `NAMESPACE/NAME`, sorted.
  public List<String> names(String kind) {
    return api.all()
        .filter(it -> it.path("kind").asText().equals(kind))
        .map(it -> it.path("metadata"))
        .map(it -> it.path("namespace").asText() + "/" + it.path("name").asText())
        .sorted()
        .toList();
  }

  /// Everything that there is, as text.
  public String dump() {
    return api.all().map(JsonNode::toString).sorted().toList().toString();
  }

  /// Answers requests, such as `PATCH /apis/…/web-02`, with an error from now on.
  ///
  /// @param request regular expression
  public void refuse(String request, int code, String reason, String message) {
    api.refusals.put(request, Map.entry(code, status(code, reason, message)));
  }

  /// Answers requests as to a user who has no right to them.
  public void forbid(String request) {
    refuse(
        request,
        403,
        "Forbidden",
        "it is forbidden: User \"sha256~token\" cannot do it in the namespace \"shop-prod\"");
  }

  public void refuseNothing() {
    api.refusals.clear();
  }

  private static String status(int code, String reason, String message) {
    return JSON.createObjectNode()
        .put("kind", "Status")
        .put("apiVersion", "v1")
        .put("status", "Failure")
        .put("code", code)
        .put("reason", reason)
        .put("message", message)
        .toString();
  }

  /// Requests so far that may change something, as `METHOD PATH?QUERY`.
  public List<String> writes() {
    return api.requests.stream().filter(it -> !it.startsWith("GET ")).toList();
  }

  public List<String> requests() {
    return List.copyOf(api.requests);
  }

  public void forgetRequests() {
    api.requests.clear();
  }

  /// A kubeconfig in a folder that leads here.
  public Path kubeconfig(Path folder) {
    return kubeconfig(folder, server.url("/"));
  }

  public String url() {
    return server.url("/").replaceAll("/$", "");
  }

  public static Path kubeconfig(Path folder, String url) {
    try {
      return Files.writeString(
          folder.resolve("kubeconfig"),
          """
          apiVersion: v1
          kind: Config
          current-context: here
          contexts:
            - {name: here, context: {cluster: here, user: me, namespace: other}}
          clusters:
            - {name: here, cluster: {server: "%s"}}
          users:
            - {name: me, user: {token: sha256~token}}
          """
              .formatted(url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
