package dev.homelabc.review;

import dev.homelabc.output.RelPath;
import java.util.Optional;

/// Says which statement of a lab made a line of its output.
@FunctionalInterface
public interface Origins {
  Origins UNKNOWN = (_, _) -> Optional.empty();

  /// What made a line, such as `home.lab:12 memory 4GiB`; empty where it is not known.
  ///
  /// @param line from 1
  Optional<String> of(RelPath file, int line);
}
