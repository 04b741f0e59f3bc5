package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;

/// The labels by which a set of objects is found again.
final class Labels {
  static final String GROUP = "app.kubernetes.io/name";

  private static final String PROJECT = "app.kubernetes.io/part-of";

  private Labels() {}

  static Yaml.Mapping of(OpenShiftProject project) {
    return Yaml.mapping()
        .with("app.kubernetes.io/managed-by", "homelabc")
        .with(PROJECT, project.named());
  }

  /// What all replicas of a VM have.
  static Yaml.Mapping ofGroup(OpenShiftVm vm) {
    return of(vm.project().value()).with(GROUP, vm.named().map(_ -> vm.group()));
  }

  static Yaml.Mapping of(OpenShiftVm vm) {
    return ofGroup(vm).with("app.kubernetes.io/instance", vm.named());
  }

  /// Selects the replicas of a VM.
  static Yaml.Mapping selector(OpenShiftVm vm) {
    return Yaml.mapping().with(PROJECT, vm.project()).with(GROUP, vm.named().map(_ -> vm.group()));
  }
}
