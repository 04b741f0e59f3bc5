package dev.homelabc.schema;

import static dev.homelabc.schema.Parameter.one;

import dev.homelabc.diagnostic.Message;
import java.util.List;

/// The language: every kind and property with its arguments, its block, and a line about it.
public final class Schema {
  /// The statement that takes in another file. It declares nothing.
  public static final Property IMPORT =
      Line.value(
              "import",
              "Takes in a file from elsewhere, by its path relative to this file.",
              new Type.Words(Message.of("a path"), "\"../shared/profiles.lab\"", true))
          .appended();

  /// What may stand at the top of a file, in the order of the manual.
  public static final List<Property> KINDS =
      List.of(
          kind("lab", "home", "The lab as a whole; at most one.", LabKinds.LAB),
          kind("vlan", "services", "A VLAN: a layer-2 domain with one IPv4 subnet.", LabKinds.VLAN),
          kind("host", "box", "A NixOS hypervisor.", LabKinds.HOST),
          kind("profile", "k8s-node", "Properties that several VMs share.", VmKind.PROFILE),
          kind("vm", "web", "A virtual machine, on a host or in an OpenShift project.", VmKind.VM),
          kind("cluster", "k8s", "A Kubernetes cluster.", ClusterKinds.CLUSTER),
          kind(
              "openshift",
              "cloud",
              "A project of an OpenShift Virtualization cluster.",
              ClusterKinds.OPENSHIFT),
          kind("deployment", "ollama", "A workload in a cluster.", ClusterKinds.DEPLOYMENT),
          IMPORT);

  private Schema() {}

  /// The kind of this name; there must be one.
  public static Property kind(String name) {
    return KINDS.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no kind " + name));
  }

  private static Property kind(String name, String example, String doc, List<Property> properties) {
    return Line.line(
            name, doc, new Body.Properties(properties), one("NAME", Types.NAME.like(example)))
        .keyed();
  }
}
