package dev.homelabc.verify;

import java.util.List;
import java.util.function.Function;

/// What one program reads of a tree, and how it is asked.
interface Check {
  /// The programs that it takes, the one that answers first.
  List<String> programs();

  boolean reads(Tree tree);

  List<Complaint> complaints(Tree tree, Function<String, Program> programs);
}
