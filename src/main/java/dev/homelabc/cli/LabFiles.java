package dev.homelabc.cli;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.emit.just.JustFiles;
import dev.homelabc.output.DiskFailure;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads a lab from disk: every `*.lab` file directly in a folder, or one file. Replaces single
/// files of it.
final class LabFiles {
  static final String LAB = ".lab";

  /// Bytes. Far beyond what people write, and parsed in seconds.
  static final int LARGEST = 4 << 20;

  private LabFiles() {}

  static SourceSet read(Path path) {
    return read(files(path));
  }

  /// The files as a lab, in their order.
  static SourceSet read(List<Path> files) {
    var lock = lock(files.getFirst());
    return new SourceSet(
        files.stream().map(LabFiles::source).toList(),
        LabFiles::imported,
        Files.exists(lock) ? Optional.of(source(lock)) : Optional.empty(),
        false,
        "");
  }

  /// The lock of a lab, which lies beside its files; it need not be there.
  ///
  /// @param path the folder of the lab, or a file of it
  static Path lock(Path path) {
    return folder(path).resolve(LockFile.NAME);
  }

  /// What the last build to a folder noted of VMs that may be gone by now.
  static String former(Path output) {
    var list = output.resolve(JustFiles.LIST);
    return Files.isRegularFile(list) ? source(list).text() : "";
  }

  /// The text of a file, if there is one.
  static Optional<String> text(Path file) {
    return Files.isRegularFile(file) ? Optional.of(source(file).text()) : Optional.empty();
  }

  /// A file that another one imports.
  private static Optional<SourceFile> imported(String path) {
    var file = Path.of(path);
    return Files.isRegularFile(file) ? Optional.of(source(file)) : Optional.empty();
  }

  /// Whether a path is a lab: not a folder, or one with `*.lab` files directly in it.
  static boolean isLab(Path path) {
    return !Files.isDirectory(path) || !labs(path).isEmpty();
  }

  /// The folder that holds the lab: where its output goes by default.
  static Path folder(Path path) {
    if (Files.isDirectory(path)) {
      return path;
    }
    var parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /// The file itself, or the `*.lab` files directly in the folder, sorted by name.
  static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    var files = labs(path);
    if (files.isEmpty()) {
      throw new UncheckedIOException(
          "there is no *" + LAB + " file in `" + path + "`", new NoSuchFileException(LAB));
    }
    return files;
  }

  private static List<Path> labs(Path path) {
    try (var entries = Files.list(path)) {
      return entries
          .filter(it -> it.getFileName().toString().endsWith(LAB) && !Files.isDirectory(it))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw DiskFailure.of("read", path, e);
    }
  }

  static SourceFile source(Path file) {
    try {
      // Whoever opens a pipe waits for somebody to write to it, and a device may never end.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new FileSystemException(file.toString(), null, "it is not a regular file");
      }
      if (Files.size(file) > LARGEST) {
        throw tooLarge("`" + file + "`");
      }
      return SourceFile.decode(shown(file), Files.readAllBytes(file));
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }

  /// The name that people and reviewers' tools know a file by: what lies below the current folder
  /// is relative to it, however it was given.
  private static String shown(Path file) {
    var path = file.normalize();
    var here = Path.of("").toAbsolutePath();
    var shown = path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
    return shown.toString().replace(File.separatorChar, '/');
  }

  /// What a stream holds, under a name that people know it by.
  static SourceFile source(String name, InputStream in) {
    try {
      var bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw tooLarge(name);
      }
      return SourceFile.decode(name, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  static UncheckedIOException tooLarge(String name) {
    return new UncheckedIOException(
        "cannot read " + name + ": it is larger than " + (LARGEST >> 20) + " MiB",
        new IOException("too large"));
  }

  /// Gives an existing file another text: whoever reads it sees the old one or the new one, never a
  /// part. Permissions stay, and a symbolic link stays one: the file that it leads to is replaced.
  static void replace(Path file, String text) {
    try {
      var target = file.toRealPath();
      if (!Files.isWritable(target)) {
        throw new AccessDeniedException(target.toString());
      }
      var folder = Objects.requireNonNull(target.getParent());
      var temporary = Files.createTempFile(folder, ".homelabc-", ".tmp");
      try {
        Files.copy(
            target,
            temporary,
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(temporary, text);
        Files.move(
            temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw DiskFailure.of("write", file, e);
    }
  }
}
