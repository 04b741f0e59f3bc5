package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftProject.ArgoCd;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
import java.util.Optional;

/// An Application of Argo CD, which applies one phase of a project.
///
/// @param namespace where Argo CD runs
/// @param path of the phase in the repository
/// @param target namespace of the project
/// @param hasVms whether it applies VMs, which the console and virtctl change too
record ApplicationView(
    Sourced<String> name,
    Sourced<Name> namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> annotations,
    Sourced<String> project,
    Sourced<String> repository,
    Sourced<String> revision,
    Sourced<String> path,
    Sourced<Name> target,
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
        project.named().map(it -> it + suffix),
        argo.namespace(),
        Labels.of(project),
        annotations,
        argo.project(),
        argo.repository(),
        argo.revision(),
        argo.path().map(it -> it + "/openshift/" + project + folder),
        project.namespace(),
        hasVms);
  }
}
