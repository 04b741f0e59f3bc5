package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftProject;
import java.util.Optional;

/// When Argo CD applies an object: waves go from low to high, and each waits until what the one
/// before it applied is healthy.
enum Wave {
  NETWORK(-2),
  SECRET(-1),
  DISK(0),
  VM(0),
  SERVICE(1);

  private final int number;

  Wave(int number) {
    this.number = number;
  }

  /// The annotation that says so; empty in a project that Argo CD does not apply.
  Optional<Yaml.Mapping> of(OpenShiftProject project) {
    return on(project, Yaml.mapping()).unlessEmpty();
  }

  /// Other annotations, and that one behind them.
  Yaml.Mapping on(OpenShiftProject project, Yaml.Mapping annotations) {
    return annotations.with(
        "argocd.argoproj.io/sync-wave",
        project.argoCd().map(_ -> new Yaml.Text(Integer.toString(number))));
  }
}
