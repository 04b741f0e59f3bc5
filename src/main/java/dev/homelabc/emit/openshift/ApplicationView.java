package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftProject.ArgoCd;
import java.util.Optional;

/// An Application of Argo CD, which applies one phase of a project.
///
/// @param namespace where Argo CD runs
/// @param path of the phase in the repository
/// @param target namespace of the project
/// @param hasVms whether it applies VMs, which the console and virtctl change too
record ApplicationView(
    String name,
    String namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> annotations,
    String project,
    String repository,
    String revision,
    String path,
    String target,
    boolean hasVms) {

  /// The phase of the administrator: its networks.
  static ApplicationView networks(OpenShiftProject project, ArgoCd argo) {
    return of(project, argo, "-networks", "/networks", Wave.NETWORK.of(project), false);
  }

  /// The phase of the tenant: everything else.
  static ApplicationView vms(OpenShiftProject project, ArgoCd argo) {
    return of(project, argo, "", "", Optional.empty(), true);
  }

  private static ApplicationView of(
      OpenShiftProject project,
      ArgoCd argo,
      String suffix,
      String folder,
      Optional<Yaml.Mapping> annotations,
      boolean hasVms) {
    return new ApplicationView(
        project.name() + suffix,
        argo.namespace().value().text(),
        Labels.of(project),
        annotations,
        argo.project().value(),
        argo.repository().value(),
        argo.revision().value(),
        argo.path() + "/openshift/" + project + folder,
        project.namespace().value().text(),
        hasVms);
  }
}
