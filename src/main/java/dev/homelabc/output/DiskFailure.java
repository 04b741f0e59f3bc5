package dev.homelabc.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/// Words for a failure of the disk: the platform's own messages are often nothing but the path.
public final class DiskFailure {
  private DiskFailure() {}

  /// Says that we cannot do something to a path, and why: "cannot write `out/x.nix`: …".
  public static UncheckedIOException of(String what, Path path, IOException cause) {
    return new UncheckedIOException(
        "cannot %s `%s`: %s".formatted(what, path, reason(cause)), cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "it is not a folder";
      case FileAlreadyExistsException _ -> "something is there already";
      case DirectoryNotEmptyException _ -> "the folder is not empty";
      case AtomicMoveNotSupportedException _ -> "the file system cannot replace a file at once";
      case FileSystemException e -> words(Objects.requireNonNullElse(e.getReason(), "it failed"));
      default -> words(Objects.requireNonNullElse(cause.getMessage(), "it failed"));
    };
  }

  private static String words(String message) {
    var lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left")) {
      return "the disk is full";
    }
    if (lower.contains("read-only file system")) {
      return "the file system is read-only";
    }
    if (lower.contains("file name too long")) {
      return "the path is too long for the file system";
    }
    return message;
  }
}
