package dev.homelabc.golden;

import dev.homelabc.adopt.Inputs;
import dev.homelabc.adopt.VAuto;
import dev.homelabc.bundle.Bundle;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.compiler.Fixer;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Format;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.PrettyRenderer;
import dev.homelabc.format.Formatter;
import dev.homelabc.golden.Deviation.Differs;
import dev.homelabc.golden.Deviation.Missing;
import dev.homelabc.golden.Deviation.Orphan;
import dev.homelabc.golden.Deviation.Unfit;
import dev.homelabc.golden.GoldenCase.Adopted;
import dev.homelabc.golden.GoldenCase.Counted;
import dev.homelabc.golden.GoldenCase.Described;
import dev.homelabc.golden.GoldenCase.Drawn;
import dev.homelabc.golden.GoldenCase.Example;
import dev.homelabc.golden.GoldenCase.Findings;
import dev.homelabc.golden.GoldenCase.Formatted;
import dev.homelabc.golden.GoldenCase.Moved;
import dev.homelabc.golden.GoldenCase.Packed;
import dev.homelabc.golden.GoldenCase.Planned;
import dev.homelabc.golden.GoldenCase.Reference;
import dev.homelabc.golden.GoldenCase.Repaired;
import dev.homelabc.golden.GoldenCase.Reported;
import dev.homelabc.golden.GoldenCase.Rewritten;
import dev.homelabc.golden.GoldenCase.Shown;
import dev.homelabc.model.Declaration;
import dev.homelabc.move.Mover;
import dev.homelabc.plan.Plan;
import dev.homelabc.rule.capacity.Ledger;
import dev.homelabc.rule.capacity.LedgerFormat;
import dev.homelabc.schema.Manual;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
  private static final String RULE = "-".repeat(80) + "\n";
  private static final String FORMATTED = "golden/fmt";
  private static final String REPAIRED = "golden/fix";
  private static final String REPORTED = "golden/report";
  private static final String ADOPTED = "golden/adopt";
  private static final String DRAWN = "golden/graph";

  private static final Pattern QUESTION =
      Pattern.compile("(?m)^# homelabc show (\\S+) --on (\\S+)$");

  private final Repository repository;
  private final Function<SourceSet, Compilation> compiler;

  /// @param root the folder with `golden/` and `examples/`
  public Golden(Path root) {
    this(root, Compiler::compile);
  }

  Golden(Path root, Function<SourceSet, Compilation> compiler) {
    this.repository = new Repository(root);
    this.compiler = compiler;
  }

  /// All cases, sorted by name.
  public List<GoldenCase> cases() {
    var cases = new TreeMap<String, GoldenCase>();
    Stream.of(
            "golden/bundle",
            "golden/capacity",
            "golden/errors",
            "golden/move",
            REPORTED,
            "golden/show",
            "golden/syntax")
        .flatMap(folder -> repository.below(folder).stream())
        .flatMap(path -> beside(path).stream())
        .forEach(it -> cases.put(it.name(), it));
    repository.below(Planned.FOLDER).stream()
        .flatMap(path -> Planned.of(path).stream())
        .forEach(it -> cases.put(it.name(), it));
    rewritten(FORMATTED).map(Formatted::new).forEach(it -> cases.put(it.name(), it));
    rewritten(REPAIRED).map(Repaired::new).forEach(it -> cases.put(it.name(), it));
    repository.below("examples").stream()
        .map(Repository::parts)
        .filter(parts -> parts.size() == 3 && parts.getLast().endsWith(".lab"))
        .map(parts -> new Example(parts.get(1)))
        .forEach(it -> cases.put(it.name(), it));
    repository.below(ADOPTED).stream()
        .filter(path -> path.endsWith("/" + Adopted.CONFIG))
        .map(path -> new Adopted(path.substring("golden/".length(), path.lastIndexOf('/'))))
        .forEach(it -> cases.put(it.name(), it));
    repository.below(DRAWN).stream()
        .map(Repository::parts)
        .filter(parts -> parts.size() == 4)
        .map(parts -> new Drawn("graph/" + parts.get(2)))
        .forEach(it -> cases.put(it.name(), it));
    if (!repository.below("docs").isEmpty()) {
      var reference = new Reference();
      cases.put(reference.name(), reference);
    }
    return List.copyOf(cases.values());
  }

  /// Whether the folder has cases of its own. The manual alone is none: any project has `docs/`.
  public boolean hasCases() {
    return cases().stream().anyMatch(it -> !(it instanceof Reference));
  }

  /// The codes that have a case of their own.
  public SortedSet<String> codes() {
    return cases().stream()
        .flatMap(it -> it instanceof Findings findings ? findings.code().stream() : Stream.empty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The codes that the report of some case of `adopt` has.
  public SortedSet<String> adoptCodes() {
    return cases().stream()
        .flatMap(it -> it instanceof Adopted adopted ? Stream.of(adopted) : Stream.empty())
        .flatMap(it -> VAuto.adopt(inputs(it)).report().findings().stream())
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
    var run = run(it);
    if (run.unfit.isPresent()) {
      return List.of(run.unfit.get());
    }
    var deviations = new ArrayList<Deviation>();
    run.files.forEach((path, text) -> compare(path, text).ifPresent(deviations::add));
    leftOver(it, run).forEach(path -> deviations.add(new Orphan(path)));
    return deviations;
  }

  /// What lies in the folders of goldens and belongs to no case.
  public List<Deviation> strays() {
    var cases = cases().stream().map(GoldenCase::name).collect(Collectors.toSet());
    var strays = new ArrayList<Deviation>();
    for (var folder :
        List.of(
            "golden/bundle",
            "golden/capacity",
            "golden/errors",
            "golden/examples",
            "golden/move",
            REPORTED,
            "golden/show",
            "golden/syntax")) {
      for (var path : repository.below(folder)) {
        var parts = Repository.parts(path);
        if (folder.equals("golden/examples")) {
          if (!cases.contains("examples/" + parts.get(2))) {
            strays.add(new Orphan(path));
          }
        } else if (path.endsWith(".lab")) {
          if (beside(path).isEmpty()) {
            strays.add(
                new Unfit(
                    path,
                    "is none of golden/bundle/CASE.lab, golden/capacity/CASE.lab,"
                        + " golden/errors/CODE/CASE.lab,"
                        + " golden/move/CASE.lab, golden/report/CASE.lab,"
                        + " golden/show/CASE.lab and golden/syntax/CASE.lab"));
          }
        } else if (!(folder.equals(REPORTED) ? Reported.isOutput(path) : path.endsWith(".txt"))
            || !cases.contains(caseName(path))) {
          strays.add(new Orphan(path));
        }
      }
    }
    for (var path : repository.below(ADOPTED)) {
      if (!path.endsWith(".yaml") && !isOf(path, cases)) {
        strays.add(new Orphan(path));
      }
    }
    for (var path : repository.below(Planned.FOLDER)) {
      var folder = path.substring(0, path.lastIndexOf('/'));
      if (Planned.of(folder + "/before.lab")
          .filter(it -> cases.contains(it.name()) && isOf(it, path))
          .isEmpty()) {
        // It may be half of a case, so nothing removes it.
        strays.add(
            path.endsWith(".lab")
                ? new Unfit(path, "is not one of " + Planned.FOLDER + "/CASE/{before,after}.lab")
                : new Orphan(path));
      }
    }
    for (var path : repository.below(DRAWN)) {
      boolean isOfCase = Repository.parts(path).size() == 4;
      boolean isKnown = path.endsWith(".lab") || Drawing.of(path).isPresent();
      if (!isOfCase || !isKnown) {
        strays.add(new Unfit(path, "is none of golden/graph/CASE/VIEW.FORMAT and its *.lab files"));
      }
    }
    for (var folder : List.of(FORMATTED, REPAIRED)) {
      for (var path : repository.below(folder)) {
        if (!Rewritten.isInput(path) && !cases.contains(caseName(path))) {
          // It may be an input under the wrong name, so nothing removes it.
          strays.add(new Unfit(path, "has no " + caseName(path) + ".in.lab beside it"));
        }
      }
    }
    return strays;
  }

  /// Whether a file below `golden/adopt` is an output of its case.
  private static boolean isOf(String path, Set<String> cases) {
    var folder = path.substring("golden/".length(), path.lastIndexOf('/'));
    var its = new Adopted(folder);
    return cases.contains(folder) && Set.of(its.lab(), its.report(), its.korean()).contains(path);
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
      var run = run(it);
      run.unfit.ifPresent(refused::add);
      run.files.forEach((path, text) -> {
        if (filter.test(path) && compare(path, text).isPresent()) {
          repository.write(path, text);
          written.add(path);
        }
      });
      if (run.unfit.isEmpty()) {
        removed.addAll(leftOver(it, run));
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

  /// What a case makes now: the goldens it wants, or why it is no good.
  private record Run(SortedMap<String, String> files, Optional<Unfit> unfit) {
    static Run of(Map<String, String> files) {
      return new Run(new TreeMap<>(files), Optional.empty());
    }

    static Run unfit(String path, String reason) {
      return new Run(new TreeMap<>(), Optional.of(new Unfit(path, reason)));
    }
  }

  private Run run(GoldenCase it) {
    return switch (it) {
      case Findings findings -> run(findings);
      case Reported reported -> run(reported);
      case Shown shown -> run(shown);
      case Counted counted -> run(counted);
      case Packed packed -> run(packed);
      case Drawn drawn -> run(drawn);
      case Moved moved -> run(moved);
      case Planned planned -> run(planned);
      case Formatted formatted -> run(formatted);
      case Repaired repaired -> run(repaired);
      case Example example -> run(example);
      case Adopted adopted -> run(adopted);
      case Reference reference ->
          Run.of(
              Map.of(
                  reference.output(),
                  Manual.MARKDOWN.of(Schema.KINDS),
                  reference.hypervisors(),
                  Manual.MARKDOWN.hypervisors()));
    };
  }

  private Run run(Findings it) {
    var source = repository.source(it.input());
    var findings = compiler.apply(Sample.of(repository.alone(it.input()))).diagnostics();
    var shown = shown(findings);
    var code = it.code();
    if (code.isPresent() && findings.stream().noneMatch(d -> d.code().name().equals(code.get()))) {
      return Run.unfit(it.input(), "does not give `" + code.get() + "` but:\n\n" + shown);
    }
    var files = new TreeMap<>(Map.of(it.output(), text(source) + RULE + shown));
    if (repository.bytes(it.korean()).isPresent()) {
      files.put(it.korean(), text(source) + RULE + shown(findings, Language.KOREAN));
    }
    return Run.of(files);
  }

  private Run run(Reported it) {
    var report = compiler.apply(repository.alone(it.input())).report();
    return Run.of(
        Format.all().stream()
            .collect(Collectors.toMap(it::output, form -> form.of(report, Language.ENGLISH))));
  }

  private Run run(Shown it) {
    var declarations = compiler.apply(Sample.of(repository.alone(it.input()))).declarations();
    return Run.of(
        Map.of(
            it.output(),
            declarations.stream()
                .map(Declaration::textWithOrigins)
                .collect(Collectors.joining("\n"))));
  }

  private Run run(Counted it) {
    var compilation = compiler.apply(repository.alone(it.input()));
    if (compilation.lab().isEmpty()) {
      return Run.unfit(it.input(), "cannot be bound:\n\n" + shown(compilation.diagnostics()));
    }
    var ledger = Ledger.of(compilation.lab().get());
    Function<LedgerFormat, String> english =
        format -> format.of(ledger, Optional.empty(), false, Language.ENGLISH);
    var files = new TreeMap<String, String>();
    files.put(
        it.output(),
        Stream.of(LedgerFormat.values()).map(english).collect(Collectors.joining(RULE)));
    if (repository.bytes(it.korean()).isPresent()) {
      files.put(
          it.korean(), LedgerFormat.TEXT.of(ledger, Optional.empty(), false, Language.KOREAN));
    }
    return Run.of(files);
  }

  private Run run(Packed it) {
    var compilation = compiler.apply(repository.alone(it.input()));
    if (compilation.tree().isEmpty() || compilation.lab().isEmpty()) {
      return Run.unfit(it.input(), "does not compile:\n\n" + shown(compilation.diagnostics()));
    }
    var source = new TreeMap<String, byte[]>();
    source.put("home.lab", text(repository.source(it.input())).getBytes(StandardCharsets.UTF_8));
    var bundle =
        Bundle.of(
            compilation.lab().get(),
            compilation.tree().get(),
            new Bundle.Sources(source, "sources", new TreeMap<>()));
    return Run.of(Map.of(it.output(), String.join(RULE, Unpacked.pages(bundle))));
  }

  private Run run(Moved it) {
    var questions = QUESTION.matcher(repository.source(it.input()).text()).results().toList();
    if (questions.isEmpty()) {
      return Run.unfit(it.input(), "has no line `# homelabc show NAME --on PLACE`");
    }
    Function<Language, String> answers =
        language ->
            questions.stream()
                .map(question ->
                    question.group().substring(2)
                        + "\n\n"
                        + answer(it, question.group(1), question.group(2), language))
                .collect(Collectors.joining(RULE));
    var files = new TreeMap<>(Map.of(it.output(), answers.apply(Language.ENGLISH)));
    if (repository.bytes(it.korean()).isPresent()) {
      files.put(it.korean(), answers.apply(Language.KOREAN));
    }
    return Run.of(files);
  }

  private String answer(Moved it, String vm, String place, Language language) {
    return switch (Mover.ask(Sample.of(repository.alone(it.input())), vm, place)) {
      case Mover.Answer.Moved(var move) -> move.text(language);
      case Mover.Answer.Unclear(var reason) -> reason.in(language) + "\n";
    };
  }

  private Run run(Planned it) {
    if (repository.bytes(it.after()).isEmpty()) {
      return Run.unfit(it.after(), "is missing");
    }
    var before = Sample.of(repository.alone(it.before()));
    var after = Sample.of(repository.alone(it.after()));
    return switch (Plan.between(before, after)) {
      case Plan.Outcome.Planned(var plan) -> {
        var files = new TreeMap<String, String>();
        for (var form : Planned.Form.values()) {
          if (form == Planned.Form.TEXT || repository.bytes(it.output(form)).isPresent()) {
            files.put(it.output(form), form.of(plan));
          }
        }
        yield Run.of(files);
      }
      case Plan.Outcome.BaseBroken(var compilation) ->
          Run.unfit(it.before(), "does not compile:\n\n" + shown(compilation.diagnostics()));
      case Plan.Outcome.LabBroken(var compilation) ->
          Run.unfit(it.after(), "does not compile:\n\n" + shown(compilation.diagnostics()));
    };
  }

  /// Whether a file in the folder of such a case is one that it has.
  private static boolean isOf(Planned it, String path) {
    return path.equals(it.before())
        || path.equals(it.after())
        || Arrays.stream(Planned.Form.values()).anyMatch(form -> path.equals(it.output(form)));
  }

  private Run run(Drawn it) {
    var paths = repository.below(it.input());
    boolean isOwn = paths.stream().anyMatch(path -> path.endsWith(".lab"));
    var folder = isOwn ? it.input() : it.example();
    if (repository.below(folder).isEmpty()) {
      return Run.unfit(it.input(), "has no *.lab file, and no example has its name");
    }
    var compilation = compiler.apply(repository.lab(folder));
    if (compilation.hasErrors() || compilation.lab().isEmpty()) {
      return Run.unfit(it.input(), "does not compile:\n\n" + shown(compilation.diagnostics()));
    }
    var files = new TreeMap<String, String>();
    for (var path : paths) {
      Drawing.of(path)
          .ifPresent(drawing ->
              files.put(
                  path,
                  drawing
                      .format()
                      .of(compilation.lab().get(), drawing.view(), drawing.language())
                      .orElse(drawing.view().nothing().toString() + "\n")));
    }
    return Run.of(files);
  }

  private Run run(Formatted it) {
    var parsed = Parser.parse(repository.source(it.input()));
    return parsed.diagnostics().isEmpty()
        ? Run.of(Map.of(it.output(), Formatter.format(parsed)))
        : Run.unfit(it.input(), "has syntax errors:\n\n" + shown(parsed.diagnostics()));
  }

  private Run run(Repaired it) {
    var fixed = Fixer.fix(repository.alone(it.input()));
    return Run.of(Map.of(it.output(), fixed.sources().files().getFirst().text()));
  }

  private Run run(Example it) {
    var compilation = compiler.apply(repository.lab(it.input()));
    if (compilation.tree().isEmpty()) {
      return Run.unfit(it.input(), "does not compile:\n\n" + shown(compilation.diagnostics()));
    }
    var files = new TreeMap<String, String>();
    compilation
        .tree()
        .get()
        .files()
        .forEach((path, text) -> files.put(it.output() + "/" + path, text));
    compilation.lock().text().ifPresent(text -> files.put(it.lock(), text));
    return Run.of(files);
  }

  private Run run(Adopted it) {
    var adoption = VAuto.adopt(inputs(it));
    var findings = adoption.report().findings();
    var files = new TreeMap<>(Map.of(it.report(), shown(findings)));
    adoption.lab().ifPresent(lab -> files.put(it.lab(), lab));
    if (repository.bytes(it.korean()).isPresent()) {
      files.put(it.korean(), shown(findings, Language.KOREAN));
    }
    return Run.of(files);
  }

  /// The specs go by their names.
  private Inputs inputs(Adopted it) {
    var config = it.input() + "/" + Adopted.CONFIG;
    return new Inputs(
        repository.source(config),
        repository.below(it.input()).stream()
            .filter(path -> path.endsWith(".yaml") && !path.equals(config))
            .map(repository::source)
            .toList(),
        Optional.empty(),
        "shop");
  }

  private static String text(SourceFile source) {
    var text = source.text();
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  private static String shown(List<Diagnostic> findings) {
    return shown(findings, Language.ENGLISH);
  }

  private static String shown(List<Diagnostic> findings, Language language) {
    if (findings.isEmpty()) {
      return "no findings\n";
    }
    var renderer = PrettyRenderer.plain(language);
    return findings.stream().map(renderer::render).collect(Collectors.joining("\n"));
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

  /// Files of an example that it no longer makes.
  private List<String> leftOver(GoldenCase it, Run run) {
    return switch (it) {
      case Findings _,
          Reported _,
          Shown _,
          Counted _,
          Moved _,
          Packed _,
          Planned _,
          Drawn _,
          Formatted _,
          Repaired _,
          Reference _ ->
          List.of();
      case Example example ->
          Stream.concat(
                  repository.below(example.output()).stream(),
                  Stream.of(example.lock()).filter(path -> repository.bytes(path).isPresent()))
              .filter(path -> !run.files.containsKey(path))
              .toList();
      case Adopted adopted ->
          Stream.of(adopted.lab())
              .filter(path -> repository.bytes(path).isPresent())
              .filter(path -> !run.files.containsKey(path))
              .toList();
    };
  }

  /// The names of the cases in a folder of inputs with the files that are made of them.
  private Stream<String> rewritten(String folder) {
    return repository.below(folder).stream().filter(Rewritten::isInput).map(Rewritten::name);
  }

  /// The case whose golden lies beside it.
  private static Optional<GoldenCase> beside(String path) {
    var parts = Repository.parts(path);
    if (path.endsWith(".lab") && parts.get(1).equals("errors") && parts.size() == 4) {
      return Optional.of(new Findings(caseName(path), Optional.of(parts.get(2))));
    }
    if (path.endsWith(".lab") && parts.get(1).equals("syntax") && parts.size() == 3) {
      return Optional.of(new Findings(caseName(path), Optional.empty()));
    }
    if (path.endsWith(".lab") && parts.get(1).equals("report") && parts.size() == 3) {
      return Optional.of(new Reported(caseName(path)));
    }
    if (path.endsWith(".lab") && parts.get(1).equals("show") && parts.size() == 3) {
      return Optional.of(new Shown(caseName(path)));
    }
    if (path.endsWith(".lab") && parts.get(1).equals("capacity") && parts.size() == 3) {
      return Optional.of(new Counted(caseName(path)));
    }
    if (path.endsWith(".lab") && parts.get(1).equals("move") && parts.size() == 3) {
      return Optional.of(new Moved(caseName(path)));
    }
    if (path.endsWith(".lab") && parts.get(1).equals("bundle") && parts.size() == 3) {
      return Optional.of(new Packed(caseName(path)));
    }
    return Optional.empty();
  }

  /// The path below `golden/`, without the extension.
  private static String caseName(String path) {
    int end =
        path.endsWith(Described.KOREAN)
            ? path.length() - Described.KOREAN.length()
            : path.lastIndexOf('.');
    return path.substring("golden/".length(), end);
  }
}
