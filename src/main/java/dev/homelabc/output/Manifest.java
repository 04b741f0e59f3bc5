package dev.homelabc.output;

import dev.homelabc.value.Name;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is ours in an output folder.
///
/// While a build is under way a file may have its old or its new content, and both are ours:
/// `files` holds the one, `underway` the other. That is how the next build after a killed one knows
/// that no person edited the files.
///
/// @param lab the name of the lab that the files come from; a folder without files has none, and
///   manifests of old do not name it
/// @param files what the disk held when the last build began to write, or after it ended: SHA-256
///   of the bytes as 64 lower-case hexadecimal digits
/// @param underway what a build set out to write; empty once it ended
/// @param folders the folders that we made
record Manifest(
    Optional<Name> lab,
    SortedMap<RelPath, String> files,
    SortedMap<RelPath, String> underway,
    SortedSet<RelPath> folders) {
  static final Manifest EMPTY =
      new Manifest(Optional.empty(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

  Manifest {
    if (files.isEmpty() && underway.isEmpty()) {
      lab = Optional.empty();
    }
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    underway = Collections.unmodifiableSortedMap(new TreeMap<>(underway));
    folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
  }

  /// Every path that we wrote or set out to write.
  SortedSet<RelPath> paths() {
    var paths = new TreeSet<>(files.keySet());
    paths.addAll(underway.keySet());
    return paths;
  }

  /// Whether a build wrote exactly this content to this path.
  boolean wrote(RelPath path, String hash) {
    return hash.equals(files.get(path)) || hash.equals(underway.get(path));
  }
}
