package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a person saw of a command on a cluster, kept in `src/test/resources/cluster`. With
/// `-Dgolden.accept=true` the files are rewritten, and the tests fail.
final class Screens {
  private static final Path FOLDER = Path.of("src/test/resources/cluster");

  private Screens() {}

  static void compare(String name, String screen) {
    var file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.accept")) {
        Files.writeString(file, screen);
        fail("accepted %s: look at it, then run again without golden.accept", file);
      }
      assertThat(file).exists();
      assertThat(screen).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
