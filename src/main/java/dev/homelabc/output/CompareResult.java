package dev.homelabc.output;

import java.util.List;

/// How an output folder stands to a tree. Nothing was written to find out.
public sealed interface CompareResult permits CompareResult.Compared, WriteResult.Taken {
  /// The folder is this lab's, or nobody's.
  ///
  /// @param differences sorted by path; with none, a build would write nothing
  record Compared(List<Difference> differences) implements CompareResult {
    public Compared {
      differences = List.copyOf(differences);
    }
  }
}
