package dev.homelabc.blame;

import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What made the lines of the files of a tree, for who asks about several: the lab is read once,
/// and each file gone through once.
public final class TreeBlame {
  private final OutputTree tree;
  private final Statements statements = new Statements();
  private final Map<RelPath, List<BlamedLine>> files = new HashMap<>();

  public TreeBlame(OutputTree tree) {
    this.tree = tree;
  }

  /// The lines of a file; none where the lab makes none of that name.
  public List<BlamedLine> lines(RelPath file) {
    return files.computeIfAbsent(file, it -> FileBlame.of(tree, it, statements).orElse(List.of()));
  }
}
