package dev.homelabc.emit;

import dev.homelabc.emit.ansible.AnsibleFiles;
import dev.homelabc.emit.just.JustFiles;
import dev.homelabc.emit.kubernetes.KubernetesFiles;
import dev.homelabc.emit.nix.NixFiles;
import dev.homelabc.emit.openshift.OpenShiftFiles;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.Optional;

/// A kind of files that a lab compiles to.
///
/// @param name as in `--target NAME`
/// @param files adds the files of this target to a tree
public record Target(String name, Files files) {
  /// What makes a target's files.
  @FunctionalInterface
  public interface Files {
    /// Adds the files that a lab has of this kind.
    ///
    /// @param former what an earlier build noted in `prune.list`, empty if there was none
    void add(Lab lab, String former, OutputTree.Draft tree);
  }

  /// All targets, by name.
  public static final List<Target> ALL =
      List.of(
          new Target("ansible", (lab, _, tree) -> AnsibleFiles.add(lab, tree)),
          new Target("just", JustFiles::add),
          new Target("kubernetes", (lab, _, tree) -> KubernetesFiles.add(lab, tree)),
          new Target("nix", (lab, _, tree) -> NixFiles.add(lab, tree)),
          new Target("openshift", (lab, _, tree) -> OpenShiftFiles.add(lab, tree)));

  public static Optional<Target> named(String name) {
    return ALL.stream().filter(target -> target.name.equals(name)).findFirst();
  }

  /// Whether a file of a whole tree is of this target: each has the folder of its name, the recipes
  /// a few files beside those, and the NixOS tree is the rest.
  public boolean owns(RelPath file) {
    var top = JustFiles.ALL.contains(file.text()) ? "just" : file.text().split("/", 2)[0];
    return named(top).map(Target::name).orElse("nix").equals(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
