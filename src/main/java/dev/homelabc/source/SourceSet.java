package dev.homelabc.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The files that are compiled together as one lab. Order does not matter to the language; they are
/// kept in the order given, by convention sorted by name.
///
/// @param reader finds a file that one of them imports, by its path; empty if there is none
public record SourceSet(List<SourceFile> files, Function<String, Optional<SourceFile>> reader) {
  public SourceSet {
    files = List.copyOf(files);
  }

  /// Files that import nothing but each other.
  public static SourceSet of(SourceFile... files) {
    return new SourceSet(List.of(files), _ -> Optional.empty());
  }
}
