package dev.homelabc.cli;

import dev.homelabc.output.OutputDirectory;
import dev.homelabc.output.RelPath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `FILE[:LINE[-LAST]]` means: a file on disk in an output folder, or a path in the tree that
/// a lab makes. Behind the line there may be a column, as compilers write places.
///
/// @param folder the output folder on disk, where the file lies in one
/// @param path in the tree
/// @param first, last lines from 1; empty is the whole file
record BlamedFile(
    Optional<Path> folder, String path, Optional<Integer> first, Optional<Integer> last) {
  private static final Pattern LINES =
      Pattern.compile("(?<file>.+?):(?<first>\\d{1,9})(?:-(?<last>\\d{1,9})|:\\d+)?:?");

  static BlamedFile of(String argument) {
    var found = LINES.matcher(argument);
    if (!found.matches()) {
      return of(Path.of(argument), Optional.empty(), Optional.empty());
    }
    var first = Integer.valueOf(found.group("first"));
    var last = Optional.ofNullable(found.group("last")).map(Integer::valueOf).orElse(first);
    return of(Path.of(found.group("file")), Optional.of(first), Optional.of(last));
  }

  private static BlamedFile of(Path file, Optional<Integer> first, Optional<Integer> last) {
    var folder = OutputDirectory.around(file);
    var path =
        folder
            .map(it -> it.relativize(file.toAbsolutePath().normalize()))
            .orElseGet(file::normalize);
    return new BlamedFile(folder, path.toString(), first, last);
  }

  /// The lab that the output folder lies beside; without one, the current folder's.
  Path lab() {
    return folder
        .map(Path::getParent)
        .filter(LabFiles::isLab)
        .map(BlamedFile::shown)
        .orElse(Path.of("."));
  }

  /// What lies below the current folder is named from there.
  private static Path shown(Path folder) {
    var here = Path.of("").toAbsolutePath();
    if (folder.equals(here)) {
      return Path.of(".");
    }
    return folder.startsWith(here) ? here.relativize(folder) : folder;
  }

  Optional<RelPath> inTree() {
    return RelPath.isPath(path) ? Optional.of(RelPath.of(path)) : Optional.empty();
  }
}
