package dev.homelabc.output;

import java.nio.file.Path;

/// Writes a single file, such as an archive, among files of other people.
public final class WholeFile {
  private WholeFile() {}

  /// Makes the file, or gives it another content: whoever reads it sees the old bytes or the new
  /// ones, never a part.
  ///
  /// A disk that fails throws [java.io.UncheckedIOException] with a message in plain words.
  public static void write(Path file, byte[] content) {
    var disk = new Disk(() -> {});
    // What a killed write left.
    var temporary = file.resolveSibling(Disk.TEMPORARY);
    if (Disk.kindOf(temporary) == Disk.Kind.FILE) {
      disk.delete(temporary);
    }
    disk.replace(file, content);
  }
}
