package dev.homelabc.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Codes;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Statement;
import dev.homelabc.value.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for the canonical form of every file: of all labs in this repository, and of
/// thousands of other ways to write them.
class FormatterLawTest {
  private static final long SEED = 20;
  private static final int ROUNDS = 20;

  private final List<SourceFile> sources = sources();

  @Test
  void keepsTheTreeAndTheCommentsAndIsItsOwnCanonicalForm() {
    assertThat(sources).hasSizeGreaterThan(100);
    sources.forEach(FormatterLawTest::check);
  }

  @Test
  void keepsWhatTheCompilerMakesOfIt() {
    for (var source : sources) {
      var formatted = new SourceFile(source.path(), Formatter.format(Parser.parse(source)));
      assertThat(outcome(formatted)).as(source.path()).isEqualTo(outcome(source));
    }
  }

  @Test
  void keepsThemHoweverTheFileIsWritten() {
    var random = new Random(SEED);
    int count = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (var source : freelySpaced()) {
        var text = Scrambler.comment(source, random);
        check(new SourceFile(source.path(), text));
        count++;
      }
    }
    assertThat(count).isGreaterThan(2000);
  }

  @Test
  void doesNotDependOnWhiteSpaceLineEndsAndSemicolons() {
    var random = new Random(SEED);
    for (var source : freelySpaced()) {
      var canonical = Formatter.format(Parser.parse(source));
      for (int round = 0; round < ROUNDS; round++) {
        var text = Scrambler.respace(new SourceFile(source.path(), canonical), random);
        assertThat(Formatter.format(clean(new SourceFile(source.path(), text))))
            .as(text)
            .isEqualTo(canonical);
      }
    }
  }

  /// All but those with a declaration inside of a block: there the margin tells it from a brace
  /// that is missing before the declaration.
  private List<SourceFile> freelySpaced() {
    return sources.stream()
        .filter(it -> Parser.parse(it).statements().stream().noneMatch(FormatterLawTest::holdsOne))
        .toList();
  }

  private static boolean holdsOne(Statement statement) {
    return statement.block().stream()
        .flatMap(it -> it.statements().stream())
        .anyMatch(it -> (isDeclaration(it) && it.block().isPresent()) || holdsOne(it));
  }

  private static boolean isDeclaration(Statement statement) {
    return Schema.KINDS.stream().anyMatch(it -> it.name().equals(statement.keyword().text()));
  }

  private static void check(SourceFile source) {
    var before = clean(source);
    var text = Formatter.format(before);
    var after = clean(new SourceFile(source.path(), text));
    assertThat(Meaning.tree(after)).as(source.text()).isEqualTo(Meaning.tree(before));
    assertThat(Meaning.comments(after)).as(source.text()).isEqualTo(Meaning.comments(before));
    assertThat(Formatter.format(after)).as(source.text()).isEqualTo(text);
  }

  private static Parsed clean(SourceFile source) {
    var parsed = Parser.parse(source);
    assertThat(parsed.diagnostics()).as(source.text()).isEmpty();
    return parsed;
  }

  /// The files that come out, or what was found; the places of findings move with the text. Units
  /// that could be read otherwise are gone from the canonical form, and that is all.
  private static List<String> outcome(SourceFile source) {
    Compilation compilation = Compiler.compile(SourceSet.of(source));
    var outcome = new ArrayList<String>();
    compilation.diagnostics().stream()
        .filter(it -> !it.code().equals(Size.DECIMAL_UNIT))
        .forEach(it -> outcome.add(it.code() + " " + it.message()));
    compilation
        .tree()
        .ifPresent(tree -> tree.files().forEach((path, text) -> outcome.add(path + "\n" + text)));
    return outcome;
  }

  /// Every lab of the repository that has no syntax error.
  private static List<SourceFile> sources() {
    var sources = new ArrayList<SourceFile>();
    for (var folder : List.of("examples", "golden")) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.filter(it -> it.toString().endsWith(".lab")).sorted().toList()) {
          sources.add(SourceFile.decode(file.toString(), Files.readAllBytes(file)));
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    for (var code : Codes.ALL) {
      sources.add(new SourceFile(code.name() + " bad", code.bad()));
      sources.add(new SourceFile(code.name() + " good", code.good()));
    }
    sources.removeIf(it -> !Parser.parse(it).diagnostics().isEmpty());
    return sources;
  }
}
