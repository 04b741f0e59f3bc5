package dev.homelabc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kubeconfigs are found and read as `kubectl` does.
class LoginTest {
  @TempDir private Path folder;

  @Test
  void ofSeveralFilesTheFirstThatSaysSomethingCounts() throws IOException {
    var one = kubeconfig("one", "", "a", "https://a:6443");
    var two = kubeconfig("two", "b", "b", "https://b:6443");
    var list =
        String.join(
            File.pathSeparator, folder.resolve("none").toString(), one.toString(), two.toString());
    var environment = Map.of("KUBECONFIG", list, "HOME", "/nowhere");

    assertThat(server(Optional.empty(), Optional.empty(), environment)).isEqualTo("https://b:6443");
    assertThat(server(Optional.empty(), Optional.of("a"), environment)).isEqualTo("https://a:6443");
    assertThat(server(Optional.of(one), Optional.of("a"), environment)).isEqualTo("https://a:6443");
    assertThatThrownBy(() -> server(Optional.of(one), Optional.empty(), environment))
        .hasMessage("the kubeconfig names no current context");
    assertThatThrownBy(() -> server(Optional.of(one), Optional.of("b"), environment))
        .hasMessage("the kubeconfig has no context `b`");
  }

  @Test
  void theFileInTheHomeFolderIsTheDefault() throws IOException {
    Files.createDirectory(folder.resolve(".kube"));
    Files.move(kubeconfig("one", "a", "a", "https://a:6443/"), folder.resolve(".kube/config"));

    assertThat(server(Optional.empty(), Optional.empty(), Map.of("HOME", folder.toString())))
        .isEqualTo("https://a:6443");
  }

  @Test
  void withoutAnyFileItSaysSo() {
    assertThatThrownBy(
            () -> server(Optional.empty(), Optional.empty(), Map.of("HOME", folder.toString())))
        .isInstanceOfSatisfying(
            ClusterFailure.class,
            it -> assertThat(it.cures().toString()).contains("`--kubeconfig FILE`"))
        .hasMessage("there is no kubeconfig, so no cluster is known");
  }

  private static String server(
      Optional<Path> file, Optional<String> context, Map<String, String> environment) {
    try (var cluster = new Login(file, context, environment).open()) {
      return cluster.server();
    }
  }

  private Path kubeconfig(String file, String current, String name, String url) throws IOException {
    return Files.writeString(
        folder.resolve(file),
        """
        apiVersion: v1
        kind: Config
        current-context: "%1$s"
        contexts: [{name: %2$s, context: {cluster: %2$s, user: %2$s}}]
        clusters: [{name: %2$s, cluster: {server: "%3$s"}}]
        users: [{name: %2$s, user: {token: sha256~secret}}]
        """
            .formatted(current, name, url));
  }
}
