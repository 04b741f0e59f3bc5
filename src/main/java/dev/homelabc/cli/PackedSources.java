package dev.homelabc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homelabc.allocate.Lock;
import dev.homelabc.allocate.LockFile;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files that a lab is read from, those that it imports too, as a bundle holds them: side by
/// side as on the disk, below the closest folder that holds all of them.
final class PackedSources {
  private final Path path;
  private final SourceSet given;
  private final List<SourceFile> imported = new ArrayList<>();

  /// @param path the folder of the lab, or a file of it
  PackedSources(Path path, SourceSet given) {
    this.path = path;
    this.given = given;
  }

  /// The lab; whoever compiles it lets this know of what it imports.
  SourceSet lab() {
    return new SourceSet(
        given.files(),
        this::read,
        given.lock(),
        given.isLocked(),
        given.former(),
        given.replicas());
  }

  private Optional<SourceFile> read(String name) {
    var file = given.reader().apply(name);
    file.ifPresent(imported::add);
    return file;
  }

  /// The first path that not every system could unpack, if there is one.
  Optional<String> unfit() {
    return files(Optional.empty()).keySet().stream()
        // A backquote cannot stand in the procedure, which shows the path.
        .filter(it -> !RelPath.isPath(it) || it.indexOf('`') >= 0)
        .findFirst();
  }

  /// Each file by its path below `sources/`, with the lock that the lab has now.
  SortedMap<String, byte[]> files(Lock lock) {
    return files(lock.text());
  }

  private SortedMap<String, byte[]> files(Optional<String> lock) {
    var files = new TreeMap<String, byte[]>();
    for (var file : all()) {
      files.put(relative(place(file)), file.text().getBytes(UTF_8));
    }
    lock.ifPresent(text -> files.put(relative(lab(LockFile.NAME)), text.getBytes(UTF_8)));
    return files;
  }

  /// What to build, by its path below the bundle.
  String entry() {
    var what = Files.isDirectory(path) ? lab("") : place(given.files().getFirst());
    var below = relative(what);
    return below.isEmpty() ? "sources" : "sources/" + below;
  }

  private List<SourceFile> all() {
    var all = new ArrayList<>(given.files());
    all.addAll(imported);
    return all;
  }

  private String relative(Path place) {
    return root().relativize(place).toString().replace(File.separatorChar, '/');
  }

  private Path root() {
    var root = lab("");
    for (var file : all()) {
      while (!place(file).startsWith(root)) {
        // The root of the disk holds them all.
        root = Objects.requireNonNull(root.getParent());
      }
    }
    return root;
  }

  private Path lab(String name) {
    return LabFiles.folder(path).resolve(name).toAbsolutePath().normalize();
  }

  private static Path place(SourceFile file) {
    return Path.of(file.path()).toAbsolutePath().normalize();
  }
}
