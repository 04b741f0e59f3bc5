package dev.homelabc.emit.just;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;

/// The files of the target `just`.
public final class JustFiles {
  private JustFiles() {}

  /// Adds the recipes of a lab that has hosts.
  public static void add(Lab lab, OutputTree.Draft tree) {
    if (!lab.hosts().isEmpty()) {
      tree.add(
          RelPath.of("justfile"),
          "lab `" + lab.name() + "`",
          new Templates().render("just/justfile.ftl", JustView.of(lab)));
    }
  }
}
