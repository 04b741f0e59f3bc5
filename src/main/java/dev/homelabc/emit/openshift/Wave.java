package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftProject;
import java.util.Optional;

/// What Argo CD applies before the rest, which is in wave 0. It waits for all of a wave to be
/// healthy before it goes on: a VM that is stopped never is, nor a disk that waits for its VM, so
/// nothing may stand behind those.
enum Wave {
  NETWORK(-2),
  SECRET(-1);

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
        project.argoCd().map(it -> Yaml.text(it.repository().map(_ -> Integer.toString(number)))));
  }
}
