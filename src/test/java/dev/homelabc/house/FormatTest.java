package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every Java source is as google-java-format writes it.
///
/// With `-Dformat.write=true` the test rewrites the sources that are not, and still fails: what it
/// changed wants to be looked at. It never writes in CI.
class FormatTest {
  private static final int MARKDOWN_WIDTH = 100;

  @TempDir private Path folder;

  @Test
  void everySourceIsFormatted() throws Exception {
    boolean write = Boolean.getBoolean("format.write") && !Consumer.inCi();
    assertThat(unformatted(Path.of("src"), write))
        .as("run `mvn -q -Dtest=FormatTest -Dformat.write=true test` to format these sources")
        .isEmpty();
  }

  @Test
  void noDocumentationLineIsTooWide() throws IOException {
    var wide = new ArrayList<String>();
    for (var source : sources(Path.of("src"))) {
      var lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        var line = lines.get(i);
        if (line.strip().startsWith("///") && line.length() > MARKDOWN_WIDTH) {
          wide.add(source + ":" + (i + 1));
        }
      }
    }
    assertThat(wide).as("`///` lines wider than %d columns", MARKDOWN_WIDTH).isEmpty();
  }

  @Test
  void findsASourceThatIsNotFormattedAndRewritesItOnlyWhenAsked() throws Exception {
    var good = Files.writeString(folder.resolve("Good.java"), "class Good {}\n");
    var bad = Files.writeString(folder.resolve("Bad.java"), "class Bad{ }\n");
    assertThat(unformatted(folder, false)).containsExactly(bad);
    assertThat(bad).hasContent("class Bad{ }\n");

    assertThat(unformatted(folder, true)).containsExactly(bad);
    assertThat(unformatted(folder, false)).isEmpty();
    assertThat(good).hasContent("class Good {}\n");
  }

  @Test
  void refusesASourceThatIsNotJava() throws IOException {
    Files.writeString(folder.resolve("Bad.java"), "class {\n");
    assertThatThrownBy(() -> unformatted(folder, true)).isInstanceOf(FormatterException.class);
  }

  private static List<Path> unformatted(Path root, boolean write)
      throws IOException, FormatterException {
    var formatter = new Formatter();
    var different = new ArrayList<Path>();
    for (var source : sources(root)) {
      var text = Files.readString(source);
      var formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        different.add(source);
        if (write) {
          Files.writeString(source, formatted);
        }
      }
    }
    return different;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
