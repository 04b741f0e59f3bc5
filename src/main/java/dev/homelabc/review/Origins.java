package dev.homelabc.review;

import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.Optional;

/// Says which statement of a lab made a line of its output.
@FunctionalInterface
public interface Origins {
  Origins UNKNOWN = (_, _) -> Optional.empty();

  /// Those of a tree that was compiled just now.
  static Origins of(OutputTree tree) {
    return new BlameOrigins(tree);
  }

  /// What made a line, such as `home.lab:12: memory 4GiB (vm web)`; empty where it is not known.
  ///
  /// @param line from 1
  Optional<String> of(RelPath file, int line);
}
