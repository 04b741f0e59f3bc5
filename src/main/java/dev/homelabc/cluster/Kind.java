package dev.homelabc.cluster;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of objects that we make, in the order in which they need each other, and then those
/// that we only look at.
enum Kind {
  NETWORK(
      "k8s.cni.cncf.io",
      "v1",
      "NetworkAttachmentDefinition",
      "network-attachment-definitions",
      Role.MADE),
  SECRET("", "v1", "Secret", "secrets", Role.MADE),
  DATA_VOLUME("cdi.kubevirt.io", "v1beta1", "DataVolume", "datavolumes", Role.MADE),
  VM("kubevirt.io", "v1", "VirtualMachine", "virtualmachines", Role.MADE),
  SERVICE("", "v1", "Service", "services", Role.MADE),
  ENDPOINTS("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", Role.MADE),

  /// A VM that runs; it has the VM's name.
  GUEST("kubevirt.io", "v1", "VirtualMachineInstance", "virtualmachineinstances", Role.SEEN),
  CLAIM("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", Role.SEEN),
  POD("", "v1", "Pod", "pods", Role.SEEN),
  EVENT("", "v1", "Event", "events", Role.SEEN),
  NAMESPACE("", "v1", "Namespace", "namespaces", Role.GLOBAL),
  STORAGE_CLASS("storage.k8s.io", "v1", "StorageClass", "storageclasses", Role.GLOBAL);

  private enum Role {
    MADE,
    SEEN,
    /// Seen, and in no namespace.
    GLOBAL
  }

  private final String group;
  private final String version;
  private final String title;
  private final String plural;
  private final Role role;

  Kind(String group, String version, String title, String plural, Role role) {
    this.group = group;
    this.version = version;
    this.title = title;
    this.plural = plural;
    this.role = role;
  }

  /// The kind of an object that we make; empty for all others, such as a Kustomization.
  static Optional<Kind> made(String apiVersion, String title) {
    return Stream.of(values())
        .filter(it -> it.role == Role.MADE)
        .filter(it -> it.apiVersion().equals(apiVersion) && it.title.equals(title))
        .findFirst();
  }

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /// Where the server tells what it knows of this version of the group.
  String groupPath() {
    return (group.isEmpty() ? "/api/" : "/apis/") + apiVersion();
  }

  String path(String namespace, String name) {
    return groupPath() + "/namespaces/" + namespace + "/" + plural + "/" + name;
  }

  String plural() {
    return plural;
  }

  boolean isGlobal() {
    return role == Role.GLOBAL;
  }

  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(title)
        .withPlural(plural)
        .withNamespaced(!isGlobal())
        .build();
  }

  /// As manifests spell it.
  @Override
  public String toString() {
    return title;
  }
}
