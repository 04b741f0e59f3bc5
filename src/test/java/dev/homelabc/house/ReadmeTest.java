package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Codes;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.format.Formatter;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private final String readme = read();

  @Test
  void the_lab_that_it_shows_makes_the_files_that_it_lists() {
    var compilation = Compiler.compile(lab(block("lab").getFirst()));
    assertThat(compilation.diagnostics()).isEmpty();
    var listed =
        Pattern.compile("^\\| `out/([^`]+)`", Pattern.MULTILINE)
            .matcher(readme)
            .results()
            .map(it -> it.group(1))
            .toList();
    // A folder stands for what is in it.
    assertThat(compilation.tree().orElseThrow().files().keySet())
        .extracting(file ->
            listed.stream()
                .filter(it -> it.endsWith("/") && file.text().startsWith(it))
                .findFirst()
                .orElse(file.text()))
        .containsOnlyOnceElementsOf(listed.stream().filter(it -> !it.endsWith("/")).toList())
        .hasSameElementsAs(listed);
  }

  @Test
  void the_vm_that_it_adds_fits_that_lab() {
    var vm = block("lab-fragment").getFirst();
    var compilation = Compiler.compile(lab(block("lab").getFirst() + vm));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.tree().orElseThrow().files()).containsKey(RelPath.of("vms/wiki.nix"));
  }

  @Test
  void its_labs_are_in_canonical_form() {
    for (var text : List.of(block("lab").getFirst(), block("lab-fragment").getFirst())) {
      assertThat(Formatter.format(Parser.parse(new SourceFile("home.lab", text)))).isEqualTo(text);
    }
  }

  @Test
  void the_codes_that_it_names_exist() {
    var named = Pattern.compile("homelabc explain ([a-z0-9-]+)").matcher(readme).results().toList();
    assertThat(named).isNotEmpty();
    assertThat(named).allSatisfy(it -> assertThat(Codes.named(it.group(1))).isPresent());
  }

  @Test
  void its_test_command_is_the_one_that_ci_runs() throws IOException {
    var command = Pattern.compile("^(mvn [^#\\n]*?) *#", Pattern.MULTILINE).matcher(readme);
    assertThat(command.find()).isTrue();
    assertThat(Files.readString(Path.of(".ci/run"))).contains(command.group(1));
  }

  private static SourceSet lab(String text) {
    return SourceSet.of(new SourceFile("home.lab", text));
  }

  private List<String> block(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
