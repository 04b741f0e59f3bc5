package dev.homelabc.golden;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The files of a repository by their paths relative to it, with `/`. Failures to read or write are
/// [UncheckedIOException]s.
record Repository(Path root) {
  private static final String LAB = ".lab";

  /// All files below a folder; none where there is no such folder.
  SortedSet<String> below(String folder) {
    var start = root.resolve(folder);
    if (!Files.isDirectory(start)) {
      return new TreeSet<>();
    }
    try (var paths = Files.walk(start)) {
      return paths
          .filter(path -> !Files.isDirectory(path))
          .map(this::relative)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The `*.lab` files that stand directly in a folder, sorted by name, as one lab with its lock.
  SourceSet lab(String folder) {
    return new SourceSet(
            below(folder).stream()
                .filter(path -> path.endsWith(LAB) && path.lastIndexOf('/') == folder.length())
                .map(this::source)
                .toList(),
            path -> imported(folder, path))
        .with(bytes(folder + "/" + LockFile.NAME).map(it -> SourceFile.decode(LockFile.NAME, it)));
  }

  /// One file as a lab of its own.
  SourceSet alone(String path) {
    return new SourceSet(List.of(source(path)), it -> imported(parent(path), it));
  }

  private Optional<SourceFile> imported(String folder, String path) {
    var file = folder + "/" + path;
    return Files.isRegularFile(root.resolve(file))
        ? Optional.of(SourceFile.decode(path, read(file)))
        : Optional.empty();
  }

  /// One file as a source. People see its bare name, which keeps goldens independent of the folder.
  SourceFile source(String path) {
    return SourceFile.decode(path.substring(path.lastIndexOf('/') + 1), read(path));
  }

  private byte[] read(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<byte[]> bytes(String path) {
    var file = root.resolve(path);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String path, String text) {
    var file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes a file of `golden/FOLDER/`, and the folders below that which it leaves empty.
  void remove(String path) {
    try {
      Files.delete(root.resolve(path));
      for (var folder = parent(path); parts(folder).size() > 2; folder = parent(folder)) {
        Files.delete(root.resolve(folder));
      }
    } catch (DirectoryNotEmptyException _) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  /// The path of a file of a case below `golden/`, without the extension.
  static String caseName(String path) {
    int end =
        path.endsWith(BesideCases.KOREAN)
            ? path.length() - BesideCases.KOREAN.length()
            : path.lastIndexOf('.');
    return path.substring("golden/".length(), end);
  }
}
