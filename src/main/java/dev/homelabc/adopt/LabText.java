package dev.homelabc.adopt;

import dev.homelabc.adopt.Catalogue.Network;
import java.util.List;
import java.util.Map;

/// A project with its networks and VMs as a lab.
final class LabText {
  private static final String REGISTRY = "docker://";

  private LabText() {}

  /// @param firsts where the addresses of a group begin, unless with the network's
  static LabWriter write(
      Project project, Catalogue catalogue, List<Spec> specs, Map<Spec, Integer> firsts) {
    var out = new LabWriter();
    project(project, catalogue, out);
    for (var spec : specs) {
      out.raw("\n");
      out.block("vm", spec.prefix(), () -> vm(spec, project, firsts, out));
    }
    out.cover(0, catalogue.start());
    return out;
  }

  private static void project(Project project, Catalogue catalogue, LabWriter out) {
    out.block(
        "openshift",
        project.name(),
        () -> {
          project.namespace().ifPresent(it -> out.line("namespace", it));
          catalogue.storageClass().ifPresent(it -> out.line("storage-class", it));
          catalogue
              .networks()
              .forEach(it -> out.block("network", it.name(), () -> network(it, out)));
        });
  }

  private static void network(Network network, LabWriter out) {
    var bridge = network.bridge();
    out.word(
        "kind", network.isLocalnet() ? "localnet" : "linux-bridge", bridge.key(), bridge.place());
    out.line("bridge", bridge);
    network.vlan().ifPresent(it -> out.line("vlan", it));
    network.mtu().ifPresent(it -> out.line("mtu", it));
    network.range().ifPresent(it -> out.line("range", it));
    network.gateway().ifPresent(it -> out.line("gateway", it));
    if (!network.dns().isEmpty()) {
      out.line("dns", network.dns().getFirst().key(), network.dns());
    }
  }

  /// A group of one is replicas too: v-auto numbers it.
  private static void vm(Spec spec, Project project, Map<Spec, Integer> firsts, LabWriter out) {
    var name = spec.prefix();
    out.line("on", name.key(), List.of(project.name()));
    spec.replicas()
        .ifPresentOrElse(
            it -> out.line("replicas", it),
            () -> out.word("replicas", "1", name.key(), name.place()));
    out.line("vcpu", spec.cpu());
    size("memory", spec.memory(), out);
    image(spec.image(), out);
    size("disk", spec.disk(), out);
    spec.storageClass().ifPresent(it -> out.line("storage-class", it));
    if (!spec.networks().isEmpty()) {
      out.line("network", spec.networks().getFirst().key(), spec.networks());
    }
    var first = firsts.get(spec);
    if (first != null) {
      out.word("first", first.toString(), name.key(), name.place());
    }
    if (!spec.nodeSelector().isEmpty()) {
      var place = spec.nodeSelector().getFirst().getKey().key();
      int start = out.begin("node-selector");
      out.block(start, place, () -> spec.nodeSelector().forEach(it -> label(it, out)));
    }
    spec.affinity().ifPresent(it -> AffinityText.write(it, spec.file(), out));
    spec.cloudInit().ifPresent(it -> CloudInitText.write(it, spec.file(), out));
    spec.user().ifPresent(it -> out.line("user", it));
  }

  private static void size(String keyword, Given<Quantity> amount, LabWriter out) {
    out.word(keyword, amount.value().size().toString(), amount.key(), amount.place());
  }

  private static void image(Given<String> image, LabWriter out) {
    if (image.value().startsWith(REGISTRY)) {
      int start = out.begin("image");
      out.raw(" registry ").value(image.value().substring(REGISTRY.length()), image.place());
      out.end(start, image.key());
    } else {
      out.line("image", image);
    }
  }

  private static void label(Map.Entry<Given<String>, Given<String>> label, LabWriter out) {
    int start = out.begin("");
    out.value(label.getKey().value(), label.getKey().place());
    out.raw(" ").value(label.getValue().value(), label.getValue().place());
    out.end(start, label.getKey().place());
  }
}
