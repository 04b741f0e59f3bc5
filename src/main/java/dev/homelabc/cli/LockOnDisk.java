package dev.homelabc.cli;

import dev.homelabc.allocate.Lock;
import dev.homelabc.allocate.LockFile;
import dev.homelabc.output.DiskFailure;
import dev.homelabc.output.NewFiles;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Brings `homelab.lock` to another content. Whoever reads it sees the old one or the new one.
final class LockOnDisk {
  private LockOnDisk() {}

  /// Writes the lock of a lab if it changed; one that holds nothing is no file.
  ///
  /// @param path the folder of the lab, or a file of it
  /// @param sources the lab as it was read
  /// @return whether it changed
  static boolean write(Path path, SourceSet sources, Lock lock) {
    if (holds(sources, lock)) {
      return false;
    }
    var file = LabFiles.lock(path);
    var after = lock.text();
    if (after.isEmpty()) {
      delete(file);
    } else if (sources.lock().isPresent()) {
      LabFiles.replace(file, after.get());
    } else {
      create(LabFiles.folder(path), after.get());
    }
    return true;
  }

  /// Whether the lock of a lab is this already.
  static boolean holds(SourceSet sources, Lock lock) {
    // A checkout may have given the lines other ends, and that is git's business.
    return sources
        .lock()
        .map(SourceFile::text)
        .map(it -> it.replace("\r\n", "\n"))
        .equals(lock.text());
  }

  private static void create(Path folder, String text) {
    var tree = new OutputTree.Draft().add(RelPath.of(LockFile.NAME), LockFile.NAME, text).tree();
    for (var inTheWay : NewFiles.write(folder, tree)) {
      throw DiskFailure.of("write", inTheWay, new FileAlreadyExistsException(inTheWay.toString()));
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw DiskFailure.of("delete", file, e);
    }
  }
}
