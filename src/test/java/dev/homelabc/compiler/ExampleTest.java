package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.format.Formatter;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleTest {
  @Test
  void the_example_homelab_is_clean() throws IOException {
    var files = new ArrayList<SourceFile>();
    try (var folder = Files.newDirectoryStream(Path.of("examples/homelab"), "*.lab")) {
      for (var file : folder) {
        files.add(new SourceFile(file.toString(), Files.readString(file)));
      }
    }
    var compilation = Compiler.compile(SourceSet.of(files.toArray(SourceFile[]::new)), List.of());
    assertThat(compilation.diagnostics()).isEmpty();
  }

  @Test
  void the_examples_are_in_canonical_form() throws IOException {
    try (var walk = Files.walk(Path.of("examples"))) {
      var files = walk.filter(it -> it.toString().endsWith(".lab")).toList();
      assertThat(files).isNotEmpty();
      for (var file : files) {
        var text = Files.readString(file);
        assertThat(Formatter.format(Parser.parse(new SourceFile(file.toString(), text))))
            .isEqualTo(text);
      }
    }
  }
}
