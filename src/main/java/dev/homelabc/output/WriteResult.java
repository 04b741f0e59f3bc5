package dev.homelabc.output;

import dev.homelabc.value.Name;
import java.nio.file.Path;
import java.util.List;

/// How a write ended: the folder holds the tree, or nothing was touched at all.
public sealed interface WriteResult {
  /// The folder now holds the tree.
  record Written(WriteReport report) implements WriteResult {}

  /// Nothing was touched: the folder holds the files of another lab, which would go away.
  ///
  /// @param manifest the file that says so
  /// @param lab the name of that lab
  record Taken(Path manifest, Name lab) implements WriteResult, CompareResult {}

  /// Nothing was touched.
  ///
  /// @param conflicts everything that is in the way, at least one, sorted by path
  record Refused(List<Conflict> conflicts) implements WriteResult {
    public Refused {
      conflicts = List.copyOf(conflicts);
      if (conflicts.isEmpty()) {
        throw new IllegalArgumentException("a refusal without a reason");
      }
    }
  }
}
