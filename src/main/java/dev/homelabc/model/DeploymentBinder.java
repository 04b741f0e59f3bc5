package dev.homelabc.model;

import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Binds a workload of a cluster.
final class DeploymentBinder {
  private DeploymentBinder() {}

  static Optional<Deployment> bind(Values values, Name name, Names<Cluster> clusters) {
    var cluster = cluster(values, clusters);
    var image = values.required("image", String.class, "image docker.io/library/nginx:1.29");
    if (cluster.isEmpty() || image.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Deployment(
            name,
            Origin.written(values.place()),
            values.one("description", String.class),
            cluster.get(),
            image.get(),
            values.the("replicas", Integer.class),
            ports(values),
            env(values),
            values.pairs("node-selector"),
            hostPaths(values),
            values.flag("privileged")));
  }

  private static Optional<Sourced<Cluster>> cluster(Values values, Names<Cluster> clusters) {
    var named = values.one("cluster", String.class);
    if (named.isPresent()) {
      return clusters.resolve(named.get());
    }
    if (clusters.declared().size() == 1) {
      return clusters.things().values().stream().findFirst().map(values::byDefault);
    }
    values.missing("cluster", "cluster k8s");
    return Optional.empty();
  }

  private static List<Deployment.Port> ports(Values deployment) {
    var ports = new ArrayList<Deployment.Port>();
    for (var entry : deployment.fields().all("port")) {
      var port = deployment.in(entry);
      var name = deployment.argument(entry, 0, Name.class);
      var container = port.required("container", Integer.class, "container 8080");
      if (name.isPresent() && container.isPresent()) {
        ports.add(
            new Deployment.Port(name.get(), container.get(), port.one("node", Integer.class)));
      }
    }
    return ports;
  }

  private static Map<String, Sourced<String>> env(Values deployment) {
    var env = new LinkedHashMap<String, Sourced<String>>();
    for (var entry : deployment.fields().all("env")) {
      var key = deployment.argument(entry, 0, String.class);
      var value = deployment.argument(entry, 1, String.class);
      if (key.isPresent() && value.isPresent()) {
        env.put(key.get().value(), value.get());
      }
    }
    return env;
  }

  private static List<Deployment.HostPathMount> hostPaths(Values deployment) {
    var mounts = new ArrayList<Deployment.HostPathMount>();
    for (var entry : deployment.fields().all("host-path")) {
      var source = deployment.argument(entry, 0, HostPath.class);
      var mount = deployment.argument(entry, 1, HostPath.class);
      if (source.isPresent() && mount.isPresent()) {
        mounts.add(new Deployment.HostPathMount(source.get(), mount.get()));
      }
    }
    return mounts;
  }
}
