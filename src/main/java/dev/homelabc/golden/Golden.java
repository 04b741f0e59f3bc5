package dev.homelabc.golden;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.golden.Deviation.Differs;
import dev.homelabc.golden.Deviation.Missing;
import dev.homelabc.golden.Deviation.Orphan;
import dev.homelabc.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The golden cases of a repository: lists them, compares them with what a compiler makes now, and
/// accepts what it makes.
///
/// Findings are kept in English, and in Korean beside it where there is a `CASE.ko.txt`: to have a
/// new one, make an empty file and accept.
///
/// Failures to read or write are [java.io.UncheckedIOException]s.
public final class Golden {
  private final Repository repository;
  private final List<CaseKind> kinds;

  /// @param root the folder with `golden/` and `examples/`
  public Golden(Path root) {
    this(root, Compiler::compile);
  }

  Golden(Path root, Function<SourceSet, Compilation> compiler) {
    this.repository = new Repository(root);
    this.kinds = CaseKind.all(repository, compiler);
  }

  /// All cases, sorted by name.
  public List<GoldenCase> cases() {
    var cases = new TreeMap<String, GoldenCase>();
    for (var kind : kinds) {
      kind.names().forEach(name -> cases.put(name, new GoldenCase(name, kind)));
    }
    return List.copyOf(cases.values());
  }

  /// Whether the folder has cases of its own. The manual alone is none: any project has `docs/`.
  public boolean hasCases() {
    return cases().stream().anyMatch(it -> !(it.kind() instanceof ManualCases));
  }

  /// The codes that have a case of their own.
  public SortedSet<String> codes() {
    return cases().stream()
        .filter(it -> it.kind() instanceof FindingCases)
        .flatMap(it -> FindingCases.code(it.name()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The codes that the report of some case of `adopt` has.
  public SortedSet<String> adoptCodes() {
    var kind = new AdoptCases(repository);
    return kind.names()
        .flatMap(name -> kind.findings(name).stream())
        .map(it -> it.code().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Everything that deviates: [#verify(GoldenCase)] of all cases, and [#strays()].
  public List<Deviation> verify() {
    return Stream.concat(cases().stream().flatMap(it -> verify(it).stream()), strays().stream())
        .toList();
  }

  /// How one case deviates from its goldens.
  public List<Deviation> verify(GoldenCase it) {
    var run = it.run();
    if (run.unfit().isPresent()) {
      return List.of(run.unfit().get());
    }
    var deviations = new ArrayList<Deviation>();
    run.files().forEach((path, text) -> compare(path, text).ifPresent(deviations::add));
    it.kind().leftOver(it.name(), run).map(Orphan::new).forEach(deviations::add);
    return deviations;
  }

  /// What lies in the folders of goldens and belongs to no case.
  public List<Deviation> strays() {
    var cases = cases().stream().map(GoldenCase::name).collect(Collectors.toSet());
    return kinds.stream().flatMap(kind -> kind.strays(cases)).toList();
  }

  /// Makes what the compiler gives now the goldens of all cases, and removes those of no case.
  public Accepted accept() {
    return accept(_ -> true);
  }

  /// The same for the files that the filter takes, by their paths relative to the repository.
  public Accepted accept(Predicate<String> filter) {
    var written = new ArrayList<String>();
    var removed = new ArrayList<String>();
    var refused = new ArrayList<Deviation>();
    for (var it : cases()) {
      var run = it.run();
      run.unfit().ifPresent(refused::add);
      run.files()
          .forEach((path, text) -> {
            if (filter.test(path) && compare(path, text).isPresent()) {
              repository.write(path, text);
              written.add(path);
            }
          });
      if (run.unfit().isEmpty()) {
        it.kind().leftOver(it.name(), run).forEach(removed::add);
      }
    }
    for (var stray : strays()) {
      if (stray instanceof Orphan(var path)) {
        removed.add(path);
      } else {
        refused.add(stray);
      }
    }
    removed.removeIf(filter.negate());
    refused.removeIf(it -> !filter.test(it.path()));
    removed.forEach(repository::remove);
    return new Accepted(written, removed, refused);
  }

  private Optional<Deviation> compare(String path, String now) {
    var golden = repository.bytes(path);
    if (golden.isEmpty()) {
      return Optional.of(new Missing(path));
    }
    if (Arrays.equals(golden.get(), now.getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    var before = new String(golden.get(), StandardCharsets.UTF_8);
    var diff = UnifiedDiff.between(path, before, path + " (now)", now);
    return Optional.of(
        new Differs(path, diff.isEmpty() ? "only in bytes that are not UTF-8\n" : diff));
  }
}
