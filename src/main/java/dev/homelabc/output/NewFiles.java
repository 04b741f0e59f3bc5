package dev.homelabc.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes files that belong to the person from then on: no manifest lists them, and what is there
/// already is never touched.
public final class NewFiles {
  private NewFiles() {}

  /// Writes all files of a tree below a folder, which need not exist yet; or, where something is in
  /// the way of any of them, none.
  ///
  /// A disk that fails throws [java.io.UncheckedIOException] with a message in plain words.
  ///
  /// @return what is in the way, each place once; empty if all was written
  public static List<Path> write(Path root, OutputTree tree) {
    var inTheWay =
        tree.files().keySet().stream()
            .flatMap(path -> inTheWay(root, path).stream())
            .distinct()
            .toList();
    if (inTheWay.isEmpty()) {
      var disk = new Disk(() -> {});
      disk.makeFolder(root);
      tree.folders().forEach(folder -> disk.makeFolder(folder.resolve(root)));
      tree.files()
          .forEach((path, text) ->
              disk.replace(path.resolve(root), text.getBytes(StandardCharsets.UTF_8)));
    }
    return inTheWay;
  }

  private static Optional<Path> inTheWay(Path root, RelPath path) {
    for (var folder : path.folders()) {
      // A folder may be a link to one: the person made it, and means it.
      var place = folder.resolve(root);
      if (Disk.kindOf(place) != Disk.Kind.ABSENT && !Files.isDirectory(place)) {
        return Optional.of(place);
      }
    }
    var file = path.resolve(root);
    return Disk.kindOf(file) == Disk.Kind.ABSENT ? Optional.empty() : Optional.of(file);
  }
}
