package dev.homelabc.emit.kubernetes;

import dev.homelabc.value.Cni;
import java.util.List;
import java.util.Optional;

/// The release of a network plugin that the procedure installs.
///
/// @param manifests URLs of its objects, in the order in which they are made
/// @param chart its Helm chart, where it has no manifests
public record Release(List<String> manifests, Optional<Chart> chart) {
  public Release {
    manifests = List.copyOf(manifests);
  }

  /// A Helm chart.
  ///
  /// @param repository its URL
  public record Chart(String repository, String name, String version) {
    /// Where its archive lies. Source: the index.yaml of the repository.
    public String archive() {
      return repository + "/" + name + "-" + version + ".tgz";
    }
  }

  public static Release of(Cni plugin) {
    return switch (plugin) {
      case FLANNEL ->
          new Release(
              List.of(
                  "https://github.com/flannel-io/flannel/releases/download/v0.27.0"
                      + "/kube-flannel.yml"),
              Optional.empty());
      case CALICO -> {
        var base = "https://raw.githubusercontent.com/projectcalico/calico/v3.30.3/manifests/";
        yield new Release(
            List.of(base + "operator-crds.yaml", base + "tigera-operator.yaml"), Optional.empty());
      }
      case CILIUM ->
          new Release(
              List.of(), Optional.of(new Chart("https://helm.cilium.io", "cilium", "1.18.2")));
    };
  }
}
