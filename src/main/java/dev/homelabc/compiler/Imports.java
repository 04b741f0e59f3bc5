package dev.homelabc.compiler;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Quotes;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.SyntaxCodes;
import dev.homelabc.work.Together;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Parses the files of a lab and those that they import, each once, and reports imports that lead
/// nowhere or in a circle.
final class Imports {
  static final Code UNKNOWN =
      Code.error(
          "unknown-import",
          "An imported file cannot be read.",
          "The path is relative to the file that imports; what the missing file declares would be"
              + " missing from the lab.",
          """
          import "profiles.lab"
          """,
          """
          profile small {
            vcpu 1
          }
          """);

  static final Code CYCLE =
      Code.error(
          "import-cycle",
          "A file imports itself, perhaps through others.",
          "Every file is read once, so a circle adds nothing and hides which file builds on which.",
          """
          import "a.lab"
          """,
          """
          profile small {
            vcpu 1
          }
          """);

  /// An import statement and the file that it means.
  private record Edge(Place place, String target) {}

  /// About how long a VM's declaration is, in characters.
  private static final int VM = 200;

  private final SourceSet sources;
  private final Map<String, Parsed> parsed = new LinkedHashMap<>();
  private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private boolean isTooDeep;

  private Imports(SourceSet sources) {
    this.sources = sources;
  }

  /// The files of the lab, those it was given first.
  ///
  /// @param own those it was given
  /// @param findings what is wrong with the imports themselves
  record Followed(List<Parsed> files, List<Parsed> own, List<Diagnostic> findings) {}

  static Followed follow(SourceSet sources) {
    var imports = new Imports(sources);
    var next = sources.files();
    while (!next.isEmpty()) {
      next = imports.take(next);
    }
    imports.findCycles();
    var files = List.copyOf(imports.parsed.values());
    var own = files.stream().filter(it -> sources.files().contains(it.source())).toList();
    return new Followed(files, own, imports.findings);
  }

  /// Parses files that are not parsed yet and returns those that they import.
  private List<SourceFile> take(List<SourceFile> files) {
    var fresh = new LinkedHashMap<String, SourceFile>();
    files.stream()
        .filter(it -> !parsed.containsKey(it.path()))
        .forEach(it -> fresh.putIfAbsent(it.path(), it));
    int length = fresh.values().stream().mapToInt(it -> it.text().length()).sum();
    var imported = new ArrayList<SourceFile>();
    Together.map(fresh.values(), length / VM, Parser::parse).forEach(it -> take(it, imported));
    return imported;
  }

  private void take(Parsed tree, List<SourceFile> imported) {
    var file = tree.source();
    parsed.put(file.path(), tree);
    var own = new ArrayList<Edge>();
    for (var statement : tree.statements()) {
      if (statement.keyword().text().equals(Schema.IMPORT.name())) {
        edge(file, statement).ifPresent(own::add);
      }
    }
    edges.put(file.path(), own);
    for (var edge : own) {
      if (isGiven(edge.target())) {
        continue;
      }
      sources
          .reader()
          .apply(edge.target())
          .ifPresentOrElse(imported::add, () -> reportMissing(edge));
    }
  }

  private boolean isGiven(String path) {
    return parsed.containsKey(path)
        || sources.files().stream().anyMatch(it -> it.path().equals(path));
  }

  /// The file that a statement imports; empty where its argument is none, which the binder reports.
  private Optional<Edge> edge(SourceFile file, Statement statement) {
    if (statement.arguments().size() != 1) {
      return Optional.empty();
    }
    var argument = statement.arguments().getFirst();
    var path =
        switch (argument) {
          case Argument.Word(_, var text) -> text;
          case Argument.Quoted(_, var raw) -> Quotes.decode(raw);
          case Argument.Text _, Argument.Items _, Argument.Broken _ -> "";
        };
    if (path.startsWith("/")) {
      findings.add(
          Diagnostic.at(
                  file.at(argument.span()),
                  UNKNOWN,
                  Message.of("`{0}` is not relative to this file", path),
                  Message.of("imported here"))
              .help(Message.of("write the path relative to this file")));
      return Optional.empty();
    }
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new Edge(file.at(argument.span()), resolve(file.path(), path)));
  }

  /// A path relative to a file, with its `.` and `..` walked where they can be.
  private static String resolve(String file, String path) {
    var steps = new ArrayDeque<String>();
    var folder = file.substring(0, file.lastIndexOf('/') + 1);
    for (var step : (folder + path).split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.equals(".") && (!step.isEmpty() || steps.isEmpty())) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  private void reportMissing(Edge edge) {
    findings.add(
        Diagnostic.at(
                edge.place(),
                UNKNOWN,
                Message.of("there is no file `{0}`", edge.target()),
                Message.of("imported here"))
            .help(Message.of("write the path relative to this file")));
  }

  private void findCycles() {
    var done = new HashSet<String>();
    for (var file : edges.keySet()) {
      walk(file, new ArrayList<>(), done);
    }
  }

  /// @param path the imports that lead here, each from another file
  private void walk(String file, List<Edge> path, Set<String> done) {
    if (path.size() > SyntaxCodes.DEEPEST) {
      reportTooDeep(path.getLast());
      return;
    }
    if (!done.add(file)) {
      return;
    }
    for (var edge : edges.getOrDefault(file, List.of())) {
      path.add(edge);
      int start = startOfCycle(path, edge.target());
      if (start >= 0) {
        reportCycle(path.subList(start, path.size()));
      } else {
        walk(edge.target(), path, done);
      }
      path.removeLast();
    }
  }

  /// Where on a path of imports a file was left, if it was.
  private static int startOfCycle(List<Edge> path, String target) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).place().file().path().equals(target)) {
        return i;
      }
    }
    return -1;
  }

  /// Reported once: a file that is skipped here is the beginning of another walk.
  private void reportTooDeep(Edge edge) {
    if (!isTooDeep) {
      isTooDeep = true;
      findings.add(
          Diagnostic.at(
                  edge.place(),
                  SyntaxCodes.TOO_DEEP,
                  Message.of("imports lead more than {0} files deep", SyntaxCodes.DEEPEST),
                  Message.of("one step too far"))
              .help(Message.of("import the files that lie deeper here")));
    }
  }

  private void reportCycle(List<Edge> cycle) {
    var last = cycle.getLast();
    var finding =
        Diagnostic.at(
            last.place(),
            CYCLE,
            Message.of("`{0}` imports itself", last.target()),
            Message.of("closes the circle"));
    for (var edge : cycle.subList(0, cycle.size() - 1)) {
      finding = finding.also(edge.place(), Message.of("imports `{0}`", edge.target()));
    }
    findings.add(finding.help(Message.of("take one of these imports out")));
  }
}
