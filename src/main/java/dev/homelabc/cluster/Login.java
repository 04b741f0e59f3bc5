package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Which cluster, as whom: found as `kubectl` finds it. That is a file that is named, else those in
/// `KUBECONFIG`, else `~/.kube/config`, else the service account of the pod that we run in.
///
/// @param file a kubeconfig that is named on the command line
/// @param context the context to use; by default the current one of the kubeconfig
public record Login(
    Optional<Path> file, Optional<String> context, Map<String, String> environment) {
  /// Milliseconds.
  private static final int PATIENCE = 10_000;

  public Login {
    environment = Map.copyOf(environment);
  }

  public Cluster open() {
    var config = config();
    config.setConnectionTimeout(PATIENCE);
    config.setRequestTimeout(3 * PATIENCE);
    // Each try waits twice as long as the one before it, and somebody waits for us.
    config.setRequestRetryBackoffLimit(2);
    try {
      return new Cluster(new KubernetesClientBuilder().withConfig(config).build());
    } catch (KubernetesClientException | IllegalArgumentException _) {
      throw new ClusterFailure(
          0,
          Message.of(
              "the kubeconfig's login at `{0}` is of no use: its certificates or its address cannot"
                  + " be read",
              config.getMasterUrl()),
          Message.of("log in again, with `oc login` for example"));
    }
  }

  private Config config() {
    var files = files();
    if (!files.isEmpty()) {
      return config(files);
    }
    if (!environment.containsKey("KUBERNETES_SERVICE_HOST")) {
      throw new ClusterFailure(
          0,
          Message.of("there is no kubeconfig, so no cluster is known"),
          Message.of("log in, with `oc login` for example, or name one with `--kubeconfig FILE`"));
    }
    return Config.autoConfigure(null);
  }

  private List<Path> files() {
    if (file.isPresent()) {
      return List.of(file.get());
    }
    var listed = environment.getOrDefault("KUBECONFIG", "");
    var paths =
        listed.isEmpty()
            ? Stream.of(Path.of(environment.getOrDefault("HOME", ""), ".kube", "config"))
            : Stream.of(listed.split(File.pathSeparator)).filter(it -> !it.isEmpty()).map(Path::of);
    return paths.filter(Files::isRegularFile).toList();
  }

  private Config config(List<Path> files) {
    var read = files.stream().map(Login::read).toList();
    var chosen =
        context.or(() ->
            read.stream()
                .map(io.fabric8.kubernetes.api.model.Config::getCurrentContext)
                .filter(it -> it != null && !it.isEmpty())
                .findFirst());
    if (chosen.isEmpty()) {
      throw new ClusterFailure(
          0,
          Message.of("the kubeconfig names no current context"),
          Message.of("choose one with `--context NAME`"));
    }
    var names =
        read.stream()
            .flatMap(it -> it.getContexts().stream())
            .map(NamedContext::getName)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    // The client would take the current one in its place.
    if (!names.contains(chosen.get())) {
      throw new ClusterFailure(
          0,
          Message.of("the kubeconfig has no context `{0}`", chosen.get()),
          Message.of("the contexts are {0}", String.join(", ", names)));
    }
    var config = Config.empty();
    var all = read.toArray(io.fabric8.kubernetes.api.model.Config[]::new);
    try {
      KubeConfigUtils.merge(config, chosen.get(), all);
    } catch (KubernetesClientException _) {
      throw new ClusterFailure(
          0, Message.of("the program that logs in for context `{0}` fails", chosen.get()));
    }
    if (!isHere(config.getMasterUrl())) {
      proxied(config);
    }
    return config;
  }

  private static io.fabric8.kubernetes.api.model.Config read(Path file) {
    try {
      var read = KubeConfigUtils.parseConfig(file.toFile());
      if (read != null) {
        return read;
      }
    } catch (RuntimeException _) {
      // Its message may show what stands in the file, tokens and all.
    }
    throw new ClusterFailure(0, Message.of("cannot read `{0}` as a kubeconfig", file));
  }

  /// The client's own look at the environment would take much more from it than `kubectl` does.
  private void proxied(Config config) {
    variable("http_proxy")
        .filter(_ -> config.getHttpProxy() == null)
        .ifPresent(config::setHttpProxy);
    variable("https_proxy")
        .filter(_ -> config.getHttpsProxy() == null)
        .ifPresent(config::setHttpsProxy);
    variable("no_proxy").ifPresent(it -> config.setNoProxy(it.split(",")));
  }

  private Optional<String> variable(String name) {
    return Stream.of(name.toUpperCase(Locale.ROOT), name)
        .map(it -> environment.getOrDefault(it, ""))
        .filter(it -> !it.isEmpty())
        .findFirst();
  }

  /// As for `kubectl`, there is no proxy between us and this machine.
  private static boolean isHere(String url) {
    var host = Optional.ofNullable(URI.create(url).getHost()).orElse("");
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
