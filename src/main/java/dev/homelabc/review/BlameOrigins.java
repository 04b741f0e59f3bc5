package dev.homelabc.review;

import dev.homelabc.blame.BlamedLine;
import dev.homelabc.blame.FileBlame;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The origins of the lines of a tree. Each file is gone through once.
final class BlameOrigins implements Origins {
  private final OutputTree tree;
  private final Map<RelPath, List<BlamedLine>> files = new HashMap<>();

  BlameOrigins(OutputTree tree) {
    this.tree = tree;
  }

  @Override
  public Optional<String> of(RelPath file, int line) {
    var lines = files.computeIfAbsent(file, it -> FileBlame.of(tree, it).orElse(List.of()));
    return line <= lines.size()
        ? Optional.of(lines.get(line - 1).cause().text())
        : Optional.empty();
  }
}
