package dev.homelabc.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The few things that we do to a disk; each failure says in plain words what failed and where.
///
/// All that changes the disk goes through an instance and runs the step before it, so that a test
/// can stop a build at any point.
final class Disk {
  /// The name of a file that is being written. One for each folder is enough, and a fixed name lets
  /// the next build find what a killed one left. No [RelPath] can have it.
  static final String TEMPORARY = ".homelabc-tmp";

  /// Runs before each change of the disk.
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  private final Step beforeChange;

  Disk(Step beforeChange) {
    this.beforeChange = beforeChange;
  }

  /// What a path leads to; the last segment is not followed when it is a link.
  enum Kind {
    ABSENT,
    FILE,
    FOLDER,
    LINK,
    SPECIAL
  }

  static Kind kindOf(Path path) {
    try {
      var attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return Kind.LINK;
      }
      if (attributes.isDirectory()) {
        return Kind.FOLDER;
      }
      return attributes.isRegularFile() ? Kind.FILE : Kind.SPECIAL;
    } catch (NoSuchFileException e) {
      return Kind.ABSENT;
    } catch (IOException e) {
      throw DiskFailure.of("look at", path, e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }

  /// SHA-256 of a file, as 64 lower-case hexadecimal digits.
  static String hash(Path file) {
    // A foreign file may be larger than the memory, so it is never held as a whole.
    var digest = Sha256.digest();
    try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, sink);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
    return Sha256.hex(digest);
  }

  /// Whether a file holds just these bytes.
  static boolean holds(Path file, byte[] content) {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(content.length + 1), content);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }

  /// What is directly in a folder, in no order.
  static List<Path> list(Path folder) {
    var content = new ArrayList<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(content::add);
    } catch (DirectoryIteratorException e) {
      throw DiskFailure.of("read the folder", folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw DiskFailure.of("read the folder", folder, e);
    }
    return content;
  }

  /// Makes a folder and the folders above it; one that is there already is fine.
  void makeFolder(Path folder) {
    try {
      beforeChange.run();
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw DiskFailure.of("make the folder", folder, e);
    }
  }

  /// Gives a file this content: whoever reads it sees the old bytes or the new ones, never a part.
  void replace(Path file, byte[] content) {
    var temporary = file.resolveSibling(TEMPORARY);
    try {
      beforeChange.run();
      try (var out =
          Files.newOutputStream(
              temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        beforeChange.run();
        out.write(content);
      }
      beforeChange.run();
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      var failure = DiskFailure.of("write", file, e);
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  /// Deletes a file, a link or an empty folder.
  void delete(Path file) {
    try {
      beforeChange.run();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw DiskFailure.of("delete", file, e);
    }
  }

  /// Deletes a folder, unless there is something in it.
  void deleteIfEmpty(Path folder) {
    if (list(folder).isEmpty()) {
      delete(folder);
    }
  }
}
