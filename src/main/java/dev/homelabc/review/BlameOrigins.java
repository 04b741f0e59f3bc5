package dev.homelabc.review;

import dev.homelabc.blame.TreeBlame;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.Optional;

/// The origins of the lines of a tree.
final class BlameOrigins implements Origins {
  private final TreeBlame tree;

  BlameOrigins(OutputTree tree) {
    this.tree = new TreeBlame(tree);
  }

  @Override
  public Optional<String> of(RelPath file, int line) {
    var lines = tree.lines(file);
    return line <= lines.size()
        ? Optional.of(lines.get(line - 1).cause().text())
        : Optional.empty();
  }
}
