package dev.homelabc.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homelabc.bundle.Bundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// An archive as people look at it: what is in it, and what it says about itself.
final class Unpacked {
  private Unpacked() {}

  /// The list of entries with mode, owner and time, and the files that are written for people.
  static List<String> pages(Bundle bundle) {
    var list = new StringBuilder();
    var archive = new ByteArrayInputStream(bundle.archive());
    try (var tar = new TarArchiveInputStream(new GZIPInputStream(archive), UTF_8.name())) {
      for (var it = tar.getNextEntry(); it != null; it = tar.getNextEntry()) {
        list.append(line(it)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be read", e);
    }
    var texts =
        Stream.of("README.md", "images.txt", "images.json")
            .map(it -> new String(Objects.requireNonNull(bundle.files().get(it)), UTF_8));
    return Stream.concat(Stream.of(list.toString()), texts).toList();
  }

  private static String line(TarArchiveEntry it) {
    return "%o %s:%s %s %s"
        .formatted(
            it.getMode() & 07777,
            it.getUserName(),
            it.getGroupName(),
            it.getLastModifiedTime(),
            it.getName());
  }
}
