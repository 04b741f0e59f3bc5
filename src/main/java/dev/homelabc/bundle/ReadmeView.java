package dev.homelabc.bundle;

import dev.homelabc.bundle.Need.Kind;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Sourced;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// `README.md` of a bundle.
///
/// @param entry what to build of the sources, by its path below the bundle
/// @param inputs flake URLs that the NixOS configurations are built from
/// @param guides procedures that make clusters, by path below the bundle
/// @param networks folders of OpenShift networks, which an administrator applies
/// @param secrets templates of Secrets, without those that hold all they need
/// @param projects folders of OpenShift projects
/// @param versions releases of Kubernetes that clusters ask for
record ReadmeView(
    String lab,
    String entry,
    List<String> inputs,
    List<String> hosts,
    List<String> guides,
    List<String> networks,
    List<String> secrets,
    List<String> projects,
    List<String> versions,
    boolean hasDisks,
    boolean hasContainers,
    boolean hasUrls,
    boolean hasObjects) {
  private static final String OUT = "out/";

  static ReadmeView of(Lab lab, OutputTree tree, ImageList images, String entry) {
    var kinds = images.kinds();
    return new ReadmeView(
        lab.name().value().text(),
        entry,
        lab.hosts().isEmpty()
            ? List.of()
            : Stream.of(lab.nixpkgs(), lab.microvm()).map(Sourced::value).toList(),
        lab.hosts().stream().map(Host::toString).toList(),
        paths(tree, "kubernetes/[^/]*/README\\.md"),
        folders(tree, "openshift/[^/]*/networks/kustomization\\.yaml"),
        paths(tree, "openshift/[^/]*/secrets/.*").stream()
            .filter(it -> isTemplate(tree, it))
            .toList(),
        folders(tree, "openshift/[^/]*/kustomization\\.yaml"),
        lab.clusters().stream()
            .flatMap(it -> it.version().stream())
            .map(Sourced::value)
            .distinct()
            .toList(),
        kinds.contains(Kind.DISK),
        hasAny(kinds, Kind.CONTAINER, Kind.CONTAINER_DISK),
        hasAny(kinds, Kind.MANIFEST, Kind.CHART),
        hasAny(kinds, Kind.CLAIM, Kind.SNAPSHOT, Kind.DATA_SOURCE));
  }

  private static boolean hasAny(Set<Kind> kinds, Kind... wanted) {
    return Stream.of(wanted).anyMatch(kinds::contains);
  }

  /// Whether something of a Secret has to be filled in.
  private static boolean isTemplate(OutputTree tree, String path) {
    return Objects.requireNonNull(tree.files().get(RelPath.of(path.substring(OUT.length()))))
        .contains("@@homelabc:");
  }

  private static List<String> paths(OutputTree tree, String pattern) {
    return tree.files().keySet().stream()
        .map(RelPath::text)
        .filter(it -> it.matches(pattern))
        .map(it -> OUT + it)
        .toList();
  }

  private static List<String> folders(OutputTree tree, String pattern) {
    return paths(tree, pattern).stream().map(it -> it.substring(0, it.lastIndexOf('/'))).toList();
  }
}
