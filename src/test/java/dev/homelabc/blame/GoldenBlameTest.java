package dev.homelabc.blame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every line of every golden tree, and what becomes of it when a statement says something else.
class GoldenBlameTest {
  private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(?!.*\\d)");

  static List<Path> examples() throws IOException {
    try (var folders = Files.list(Path.of("examples"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyLineHasACauseInTheLab(Path example) throws IOException {
    var tree = tree(sources(example)).orElseThrow();
    for (var path : tree.files().keySet()) {
      var lines = FileBlame.of(tree, path).orElseThrow();
      assertThat(lines)
          .extracting(BlamedLine::text)
          .isEqualTo(tree.files().get(path).lines().toList());
      assertThat(lines)
          .flatMap(BlamedLine::causes)
          .hasSizeGreaterThanOrEqualTo(lines.size())
          .allSatisfy(it -> assertThat(it.statement()).isNotEmpty());
    }
  }

  /// A number that becomes another one changes no line but those that name its statement.
  @ParameterizedTest
  @MethodSource("examples")
  void aLineThatAStatementChangesNamesIt(Path example) throws IOException {
    var sources = sources(example);
    var tree = tree(sources).orElseThrow();
    var blame = new TreeBlame(tree);
    var misses = new ArrayList<String>();
    int changes = 0;
    for (var file : sources.files()) {
      for (var number : numbers(file)) {
        var mutant = tree(sources.with(with(sources.files(), larger(number))));
        for (var line : mutant.map(it -> changed(tree, it)).orElse(List.of())) {
          changes++;
          var blamed = blame.lines(line.path()).get(line.number());
          if (blamed.causes().stream().noneMatch(it -> names(it, number))) {
            misses.add(number + " changes " + line.path() + ": " + blamed);
          }
        }
      }
    }
    assertThat(misses).isEmpty();
    assertThat(changes).isGreaterThan(20);
  }

  /// A line of a file, from 0.
  private record Changed(RelPath path, int number) {}

  /// The lines that became others, but for those that changed places or only got longer: what was
  /// not there stood nowhere.
  private static List<Changed> changed(OutputTree tree, OutputTree mutant) {
    var changed = new ArrayList<Changed>();
    for (var path : tree.files().keySet()) {
      var before = tree.files().get(path).lines().toList();
      var after = mutant.files().getOrDefault(path, "").lines().toList();
      for (var delta : DiffUtils.diff(before, after).getDeltas()) {
        var source = delta.getSource();
        if (source.size() == delta.getTarget().size() && !path.text().equals("prune.list")) {
          IntStream.range(0, source.size())
              .filter(i -> !after.contains(source.getLines().get(i)))
              .filter(i -> !hasAll(delta.getTarget().getLines().get(i), source.getLines().get(i)))
              .forEach(i -> changed.add(new Changed(path, source.getPosition() + i)));
        }
      }
    }
    return changed;
  }

  /// Whether a line has everything that another one has, in that order.
  private static boolean hasAll(String after, String before) {
    int at = 0;
    for (int i = 0; i < after.length() && at < before.length(); i++) {
      if (after.charAt(i) == before.charAt(at)) {
        at++;
      }
    }
    return at == before.length();
  }

  /// What was assigned may become another assignment.
  private static boolean names(Cause cause, Place number) {
    return cause.lock().isPresent()
        || (cause.place().file().equals(number.file()) && cause.place().line() == number.line());
  }

  /// Where a number stands that may be another one: neither in the name of a declaration nor in the
  /// place of a VM, which order the lines of others.
  private static List<Place> numbers(SourceFile file) {
    return Parser.parse(file).statements().stream()
        .flatMap(it -> it.block().stream())
        .flatMap(it -> it.statements().stream())
        .filter(it -> !it.keyword().text().equals("on"))
        .flatMap(GoldenBlameTest::words)
        .filter(it -> LAST_NUMBER.matcher(file.text(it)).find())
        .map(file::at)
        .toList();
  }

  private static Stream<Span> words(Statement statement) {
    return Stream.concat(
        statement.arguments().stream()
            .filter(it -> it instanceof Argument.Word || it instanceof Argument.Quoted)
            .map(Argument::span),
        statement.block().stream()
            .flatMap(it -> it.statements().stream())
            .flatMap(GoldenBlameTest::words));
  }

  /// The file with a number one larger.
  private static SourceFile larger(Place number) {
    var text = number.file().text();
    var more =
        LAST_NUMBER
            .matcher(number.text())
            .replaceFirst(it -> Long.toString(Long.parseLong(it.group()) + 1));
    return new SourceFile(
        number.file().path(),
        text.substring(0, number.span().start()) + more + text.substring(number.span().end()));
  }

  private static List<SourceFile> with(List<SourceFile> files, SourceFile other) {
    return files.stream().map(it -> it.path().equals(other.path()) ? other : it).toList();
  }

  private static Optional<OutputTree> tree(SourceSet sources) {
    return Compiler.compile(sources).tree();
  }

  private static SourceSet sources(Path example) throws IOException {
    var files = new ArrayList<SourceFile>();
    try (var all = Files.list(example)) {
      for (var file : all.filter(it -> it.toString().endsWith(".lab")).sorted().toList()) {
        files.add(read(file));
      }
    }
    var lock = example.resolve("homelab.lock");
    return new SourceSet(
        files,
        _ -> Optional.empty(),
        Files.exists(lock) ? Optional.of(read(lock)) : Optional.empty(),
        false,
        "");
  }

  private static SourceFile read(Path file) throws IOException {
    return new SourceFile(file.toString(), Files.readString(file));
  }
}
