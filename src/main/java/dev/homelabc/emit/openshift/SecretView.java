package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
import dev.homelabc.value.SshKey;
import java.util.Optional;

/// A Secret.
///
/// @param data texts by key
/// @param template whether a text still holds placeholders for passwords
record SecretView(
    Sourced<String> name,
    Sourced<Name> namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> annotations,
    Yaml.Mapping data,
    boolean template) {

  static SecretView of(
      Sourced<String> name,
      OpenShiftProject project,
      Yaml.Mapping labels,
      Yaml.Mapping data,
      boolean template) {
    var namespace = project.namespace();
    var annotations = Wave.SECRET.of(project);
    return new SecretView(name, namespace, labels, annotations, data, template);
  }

  private static Sourced<String> name(Lab lab, OpenShiftProject project) {
    return lab.sshKeys().getFirst().map(_ -> project.name() + "-ssh-keys");
  }

  /// The lab's public keys, one in each entry as KubeVirt wants them. They are no secret, but it
  /// takes them from nowhere else.
  static Optional<SecretView> sshKeys(Lab lab, OpenShiftProject project) {
    var keys = Yaml.mapping();
    for (int i = 0; i < lab.sshKeys().size(); i++) {
      keys = keys.with("key-" + (i + 1), lab.sshKeys().get(i).map(SshKey::text));
    }
    return keys.unlessEmpty()
        .map(it -> of(name(lab, project), project, Labels.of(project), it, false));
  }
}
