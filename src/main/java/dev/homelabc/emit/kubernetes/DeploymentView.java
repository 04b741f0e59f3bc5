package dev.homelabc.emit.kubernetes;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Deployment;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A Deployment and the Services in front of it.
///
/// @param selector the label `app`, by which people find the pods
record DeploymentView(
    Sourced<Name> name,
    Yaml.Mapping labels,
    Yaml.Mapping selector,
    Optional<Yaml.Mapping> annotations,
    Sourced<Integer> replicas,
    Optional<Yaml.Mapping> nodeSelector,
    Sourced<String> image,
    List<Deployment.Port> ports,
    Map<String, Sourced<String>> env,
    Sourced<Boolean> privileged,
    List<Volume> volumes,
    List<Service> services) {
  record Volume(String name, Sourced<HostPath> source, Sourced<HostPath> mount) {}

  record Service(Sourced<String> name, Sourced<String> type, List<Deployment.Port> ports) {
    static Service of(Deployment.Service service) {
      var first = service.ports().getFirst();
      var origin = first.node().map(Sourced::origin).orElse(first.container().origin());
      return new Service(
          new Sourced<>(service.name(), origin),
          new Sourced<>(service.isOutside() ? "NodePort" : "ClusterIP", origin),
          service.ports());
    }
  }

  static DeploymentView of(Deployment deployment) {
    var selector = Yaml.mapping().with("app", deployment.named());
    return new DeploymentView(
        deployment.named(),
        selector
            .with("app.kubernetes.io/managed-by", "homelabc")
            .with("app.kubernetes.io/name", deployment.named()),
        selector,
        Yaml.mapping()
            .with("kubernetes.io/description", deployment.description().map(Yaml::text))
            .unlessEmpty(),
        deployment.replicas(),
        Yaml.texts(deployment.nodeSelector()).unlessEmpty(),
        deployment.image(),
        deployment.ports(),
        env(deployment),
        deployment.privileged(),
        volumes(deployment),
        deployment.services().stream().map(Service::of).toList());
  }

  /// Kubernetes reads `$(NAME)` in a value as another variable and `$$` as a dollar, so dollars are
  /// doubled where it would. Source: k8s.io/kubernetes third_party/forked/golang/expansion.
  private static Map<String, Sourced<String>> env(Deployment deployment) {
    var env = new TreeMap<String, Sourced<String>>();
    deployment.env().forEach((key, value) -> env.put(key, value.map(DeploymentView::literal)));
    return env;
  }

  private static String literal(String text) {
    boolean read = text.contains("$(") || text.contains("$$");
    return read ? text.replace("$", "$$") : text;
  }

  private static List<Volume> volumes(Deployment deployment) {
    var volumes = new ArrayList<Volume>();
    for (var path : deployment.hostPaths()) {
      var name = "host-path-" + (volumes.size() + 1);
      volumes.add(new Volume(name, path.source(), path.mount()));
    }
    return volumes;
  }
}
