package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.output.DiskFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// A kind of files that a command writes one of, told from those of others by how they begin.
///
/// @param mark what is among the first bytes
/// @param beginning how many those are
/// @param foreign says of a file that it is of another kind
record OwnFile(String mark, int beginning, Foreign foreign) {
  /// What is said of a file that is none of ours.
  @FunctionalInterface
  interface Foreign {
    Message file(Path file);
  }

  /// What is where one is to be written, unless it may be replaced.
  ///
  /// @param isForced whether files of others may be, too
  Optional<Message> inTheWay(Path file, boolean isForced) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Message.of("`{0}` is there already, and is no file", file));
    }
    return isForced || isOurs(file) ? Optional.empty() : Optional.of(foreign.file(file));
  }

  private boolean isOurs(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(beginning), StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }
}
