package dev.homelabc.model;

import dev.homelabc.value.Name;

/// What may be a node of a Kubernetes cluster: a microVM or a host itself.
public sealed interface Node extends Declared permits Host, MicroVm {
  /// The name under which the node joins: its host name.
  Name hostname();
}
