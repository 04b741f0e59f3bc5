package dev.homelabc.cluster;

import java.util.Map;

/// The labels that say whose an object is; the target `openshift` gives them to all that it makes.
final class Labels {
  static final String MANAGER = "app.kubernetes.io/managed-by";
  static final String PROJECT = "app.kubernetes.io/part-of";

  /// The name that a VM has in the lab; all its replicas have it.
  static final String GROUP = "app.kubernetes.io/name";

  /// The name of one replica.
  static final String INSTANCE = "app.kubernetes.io/instance";

  /// Who we are, to Kubernetes: the value of [#MANAGER], and the manager of the fields that we set.
  static final String HOMELABC = "homelabc";

  private Labels() {}

  static Map<String, String> of(String project) {
    return Map.of(MANAGER, HOMELABC, PROJECT, project);
  }
}
