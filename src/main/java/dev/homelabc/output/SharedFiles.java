package dev.homelabc.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/// Files outside of the output folder that homelabc writes where somebody asks for it, and that may
/// hold lines of other people: theirs stay.
public final class SharedFiles {
  private SharedFiles() {}

  /// Writes lines of ours into a file that is otherwise somebody else's, between two lines that
  /// mark them; behind all else where they are new.
  ///
  /// @return whether the file had to change
  public static boolean putBlock(Path file, String begin, String lines, String end) {
    var before =
        Disk.kindOf(file) == Disk.Kind.ABSENT
            ? ""
            : new String(Disk.read(file), StandardCharsets.UTF_8);
    var block = begin + "\n" + lines + end + "\n";
    int from = before.indexOf(begin + "\n");
    int to = before.indexOf(end + "\n", Math.max(from, 0));
    var gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    var after =
        from >= 0 && to >= 0
            ? before.substring(0, from) + block + before.substring(to + end.length() + 1)
            : before + gap + block;
    if (!after.equals(before)) {
      replace(file, after);
    }
    return !after.equals(before);
  }

  /// Whether a file is there that does not have a mark of ours.
  public static boolean isForeign(Path file, String mark) {
    return Disk.kindOf(file) != Disk.Kind.ABSENT
        && !new String(Disk.read(file), StandardCharsets.UTF_8).contains(mark);
  }

  /// Writes a program that anyone may run.
  ///
  /// @return whether the file had to change
  public static boolean putScript(Path file, String text) {
    if (Disk.kindOf(file) != Disk.Kind.ABSENT
        && new String(Disk.read(file), StandardCharsets.UTF_8).equals(text)) {
      return false;
    }
    new Disk(() -> {}).makeFolder(Objects.requireNonNull(file.getParent()));
    replace(file, text);
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw DiskFailure.of("write", file, e);
    }
    return true;
  }

  public static byte[] read(Path file) {
    return Disk.read(file);
  }

  /// Gives a file this text at once.
  public static void replace(Path file, String text) {
    new Disk(() -> {}).replace(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
