package dev.homelabc.verify;

import dev.homelabc.output.RelPath;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;

/// A tree on disk.
///
/// @param folder absolute
record Tree(Path folder, NavigableSet<RelPath> files) {
  List<RelPath> those(Predicate<String> path) {
    return files.stream().filter(it -> path.test(it.text())).toList();
  }

  boolean has(String path) {
    return files.contains(RelPath.of(path));
  }

  Path on(RelPath file) {
    return folder.resolve(file.text());
  }

  /// The file of the tree that a program calls by this path.
  Optional<RelPath> named(String path) {
    var absolute = folder.resolve(path).normalize();
    if (!absolute.startsWith(folder) || absolute.equals(folder)) {
      return Optional.empty();
    }
    var relative = folder.relativize(absolute).toString();
    return RelPath.isPath(relative)
        ? Optional.of(RelPath.of(relative)).filter(files::contains)
        : Optional.empty();
  }
}
