package dev.homelabc.cli;

import dev.homelabc.cluster.Login;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which cluster to talk to, by the options of `kubectl`.
final class LoginOptions {
  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Context of the kubeconfig; the current one by default.")
  private @Nullable String context;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Kubeconfig; by default those in KUBECONFIG, else ~/.kube/config.")
  private @Nullable Path kubeconfig;

  Login login(Map<String, String> environment) {
    return new Login(Optional.ofNullable(kubeconfig), Optional.ofNullable(context), environment);
  }
}
