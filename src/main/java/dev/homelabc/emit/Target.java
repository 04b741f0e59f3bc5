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
    void add(Lab lab, OutputTree.Draft tree);
  }

  /// All targets, by name.
  public static final List<Target> ALL =
      List.of(
          new Target("ansible", AnsibleFiles::add),
          new Target("just", JustFiles::add),
          new Target("kubernetes", KubernetesFiles::add),
          new Target("nix", NixFiles::add),
          new Target("openshift", OpenShiftFiles::add));

  public static Optional<Target> named(String name) {
    return ALL.stream().filter(target -> target.name.equals(name)).findFirst();
  }

  /// Whether a file of a whole tree is of this target: each has the folder or the file of its name,
  /// and the NixOS tree is what lies beside those.
  public boolean owns(RelPath file) {
    var top = file.text().equals("justfile") ? "just" : file.text().split("/", 2)[0];
    return named(top).map(Target::name).orElse("nix").equals(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
