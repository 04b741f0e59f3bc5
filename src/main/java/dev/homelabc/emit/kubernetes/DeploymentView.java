package dev.homelabc.emit.kubernetes;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A Deployment and the Services in front of it.
///
/// @param selector the label `app`, by which people find the pods
record DeploymentView(
    String name,
    Yaml.Mapping labels,
    Yaml.Mapping selector,
    Optional<Yaml.Mapping> annotations,
    int replicas,
    Optional<Yaml.Mapping> nodeSelector,
    String image,
    List<Port> ports,
    Map<String, String> env,
    boolean privileged,
    List<Volume> volumes,
    List<Service> services) {
  /// @param node the NodePort, where there is one
  record Port(String name, int container, Optional<Integer> node) {}

  record Volume(String name, String source, String mount) {}

  record Service(String name, String type, List<Port> ports) {
    static Service of(Deployment.Service service) {
      return new Service(
          service.name(),
          service.isOutside() ? "NodePort" : "ClusterIP",
          service.ports().stream().map(DeploymentView::port).toList());
    }
  }

  static DeploymentView of(Deployment deployment) {
    var selector = Yaml.mapping().with("app", deployment.name().text());
    var ports = deployment.ports().stream().map(DeploymentView::port).toList();
    return new DeploymentView(
        deployment.name().text(),
        selector
            .with("app.kubernetes.io/managed-by", "homelabc")
            .with("app.kubernetes.io/name", deployment.name().text()),
        selector,
        Yaml.mapping()
            .with(
                "kubernetes.io/description",
                deployment.description().map(it -> new Yaml.Text(it.value())))
            .unlessEmpty(),
        deployment.replicas().value(),
        Yaml.texts(deployment.nodeSelector()).unlessEmpty(),
        deployment.image().value(),
        ports,
        env(deployment),
        deployment.privileged().value(),
        volumes(deployment),
        deployment.services().stream().map(Service::of).toList());
  }

  private static Port port(Deployment.Port port) {
    return new Port(
        port.name().value().text(),
        port.container().value(),
        port.node().map(node -> node.value()));
  }

  /// Kubernetes reads `$(NAME)` in a value as another variable and `$$` as a dollar, so dollars are
  /// doubled where it would. Source: k8s.io/kubernetes third_party/forked/golang/expansion.
  private static Map<String, String> env(Deployment deployment) {
    var env = new TreeMap<String, String>();
    deployment
        .env()
        .forEach((key, value) -> {
          var text = value.value();
          boolean read = text.contains("$(") || text.contains("$$");
          env.put(key, read ? text.replace("$", "$$") : text);
        });
    return env;
  }

  private static List<Volume> volumes(Deployment deployment) {
    var volumes = new ArrayList<Volume>();
    for (var path : deployment.hostPaths()) {
      var name = "host-path-" + (volumes.size() + 1);
      volumes.add(new Volume(name, path.source().toString(), path.mount().toString()));
    }
    return volumes;
  }
}
