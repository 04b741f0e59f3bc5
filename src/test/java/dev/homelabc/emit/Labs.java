package dev.homelabc.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.model.Binder;
import dev.homelabc.model.Lab;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Labs for the tests of what is emitted.
public final class Labs {
  private Labs() {}

  /// The example that the README shows.
  public static Lab example() throws IOException {
    var files = new ArrayList<Parsed>();
    try (var paths = Files.list(Path.of("examples/homelab"))) {
      for (var path : paths.filter(it -> it.toString().endsWith(".lab")).sorted().toList()) {
        files.add(
            Parser.parse(new SourceFile(path.getFileName().toString(), Files.readString(path))));
      }
    }
    return bind(files);
  }

  public static Lab of(String text) {
    return bind(List.of(Parser.parse(new SourceFile("test.lab", text))));
  }

  private static Lab bind(List<Parsed> files) {
    files.forEach(file -> assertThat(file.diagnostics()).isEmpty());
    var bound = Binder.bind(files);
    assertThat(bound.diagnostics()).isEmpty();
    return bound.lab();
  }
}
