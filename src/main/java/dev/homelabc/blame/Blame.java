package dev.homelabc.blame;

import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Some lines of a file of the tree with what made them.
///
/// @param isWhole whether these are all lines of the file
public record Blame(RelPath file, List<Numbered> lines, boolean isWhole) {
  public Blame {
    lines = List.copyOf(lines);
  }

  /// All lines of a file; empty where the lab makes none of that name.
  public static Optional<Blame> of(OutputTree tree, RelPath file) {
    return FileBlame.of(tree, file)
        .map(lines ->
            new Blame(
                file,
                IntStream.range(0, lines.size())
                    .mapToObj(i -> new Numbered(i + 1, lines.get(i)))
                    .toList(),
                true));
  }

  /// A line and its number.
  ///
  /// @param number from 1
  public record Numbered(int number, BlamedLine line) {}
}
