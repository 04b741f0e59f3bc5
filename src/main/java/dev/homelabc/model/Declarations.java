package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Quotes;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.SyntaxCodes;
import dev.homelabc.value.Name;
import dev.homelabc.work.Together;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All declarations of a lab by kind and name, whatever file they stand in, and the rule that a
/// name is declared once.
final class Declarations {
  /// Kinds that share one name space: their names become flake attributes and targets of `on`.
  private static final Set<String> TARGETS = Set.of("host", "vm", "openshift");

  private final Map<String, SortedMap<String, Entry>> byKind = new HashMap<>();
  private final Map<String, Entry> targets = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final Consumer<Diagnostic> report;
  private final Names<Entry> profiles;
  private boolean isTooDeep;

  Declarations(List<Parsed> files, Consumer<Diagnostic> report) {
    this.report = report;
    var written = new ArrayList<Written>();
    files.forEach(
        file -> file.statements().forEach(it -> written.add(new Written(file.source(), it))));
    Together.map(written, Written::shaped).forEach(this::add);
    this.profiles = new Names<>(Message.of("profiles"), named("profile"), names("profile"), report);
  }

  /// A statement that declares something.
  private record Written(SourceFile source, Statement statement) {
    Shaped shaped() {
      var found = new ArrayList<Diagnostic>();
      var shaper = new Shaper(source, found::add);
      var meant = new ArrayList<Property>();
      var kind = shaper.property(Message.of("a lab"), Schema.KINDS, statement, meant::add);
      var entry = kind.flatMap(it -> shaper.entry(it, statement, List.of(), new HashSet<>()));
      return new Shaped(statement, kind, meant, entry, found);
    }
  }

  /// What a statement came to by itself.
  ///
  /// @param meant what its unknown keyword most likely stands for
  private record Shaped(
      Statement statement,
      Optional<Property> kind,
      List<Property> meant,
      Optional<Entry> entry,
      List<Diagnostic> found) {}

  private void add(Shaped shaped) {
    var statement = shaped.statement;
    shaped.found.forEach(report);
    shaped.meant.forEach(it -> remember(it, statement));
    shaped.kind.ifPresentOrElse(it -> remember(it, statement), () -> unknown(statement));
    shaped.entry.filter(it -> !it.property().equals(Schema.IMPORT)).ifPresent(this::declare);
    statement.block().ifPresent(this::misplaced);
  }

  /// The names of declarations inside of others, which are mistakes: nobody misses them. Hosts and
  /// projects there do not count, for a VM may be meant to run on the only one at the top.
  private void misplaced(Statement.Block block) {
    for (var statement : block.statements()) {
      if (statement.block().isPresent()) {
        Schema.KINDS.stream()
            .filter(it -> it.name().equals(statement.keyword().text()))
            .filter(Declarations::isMissed)
            .forEach(it -> remember(it, statement));
        statement.block().ifPresent(this::misplaced);
      }
    }
  }

  private static boolean isMissed(Property kind) {
    return !kind.name().equals("host") && !kind.name().equals("openshift");
  }

  /// What a block of an unknown kind declares could be anything that others name.
  private void unknown(Statement statement) {
    if (statement.block().isPresent()) {
      Schema.KINDS.stream().filter(Declarations::isMissed).forEach(it -> remember(it, statement));
    }
  }

  private void remember(Property kind, Statement statement) {
    if (!statement.arguments().isEmpty()) {
      switch (statement.arguments().getFirst()) {
        case Argument.Word(_, var text) -> declared.add(kind.name() + " " + text);
        case Argument.Quoted(_, var raw) -> declared.add(kind.name() + " " + Quotes.decode(raw));
        case Argument.Text _, Argument.Items _, Argument.Broken _ -> {}
      }
    }
  }

  private void declare(Entry entry) {
    var kind = entry.property().name();
    var first = kind.equals("lab") ? anyLab() : named(kind).get(name(entry).text());
    if (first == null && TARGETS.contains(kind)) {
      first = targets.putIfAbsent(name(entry).text(), entry);
    }
    if (first != null) {
      var where =
          first.property().name().equals(kind)
              ? Message.NONE
              : Message.of(", as a `{0}`", first.property().name());
      report.accept(
          Diagnostic.at(
                  entry.arguments().getFirst().origin().place(),
                  ModelCodes.DUPLICATE_NAME,
                  kind.equals("lab")
                      ? Message.of("the lab is declared twice")
                      : Message.of(
                          "`{0} {1}` is declared a second time{2}", kind, name(entry), where),
                  Message.of("declared again here"))
              .also(
                  first.arguments().getFirst().origin().place(), Message.of("first declared here"))
              .help(
                  kind.equals("lab")
                      ? Message.of("move everything into one `lab`")
                      : Message.of("rename one of the two")));
      return;
    }
    named(kind).put(name(entry).text(), entry);
  }

  private @Nullable Entry anyLab() {
    return named("lab").isEmpty() ? null : named("lab").values().iterator().next();
  }

  private SortedMap<String, Entry> named(String kind) {
    return byKind.computeIfAbsent(kind, it -> new TreeMap<>());
  }

  /// The declarations of a kind, sorted by name.
  Collection<Entry> all(String kind) {
    return named(kind).values();
  }

  /// The declarations of every kind.
  List<Entry> all() {
    return byKind.values().stream().flatMap(it -> it.values().stream()).toList();
  }

  /// Every name that is declared for a kind, of declarations with mistakes too.
  Set<String> names(String... kinds) {
    var names = new HashSet<String>();
    for (var kind : kinds) {
      declared.stream()
          .filter(it -> it.startsWith(kind + " "))
          .forEach(it -> names.add(it.substring(kind.length() + 1)));
    }
    return names;
  }

  static Name name(Entry entry) {
    return (Name) entry.arguments().getFirst().read().orElseThrow();
  }

  /// The properties of each profile with those of its own profiles below them.
  Map<String, Fields> profiles() {
    var resolved = new LinkedHashMap<String, Fields>();
    for (var profile : all("profile")) {
      resolve(profile, resolved, new ArrayList<>());
    }
    return resolved;
  }

  private Fields resolve(Entry profile, Map<String, Fields> resolved, List<Entry> path) {
    var name = name(profile).text();
    var known = resolved.get(name);
    if (known != null) {
      return known;
    }
    int start = path.indexOf(profile);
    if (start >= 0) {
      reportCycle(path.subList(start, path.size()));
      return Fields.NONE;
    }
    if (path.size() >= SyntaxCodes.DEEPEST) {
      reportTooDeep(profile);
      return Fields.NONE;
    }
    path.add(profile);
    var layered = layers(profile.fields(), it -> resolve(it, resolved, path));
    path.removeLast();
    var fields = layered.through(name);
    resolved.put(name, fields);
    return fields;
  }

  /// The properties of a block over those of the profiles that it names.
  Fields layered(Fields own, Map<String, Fields> profiles) {
    return layers(own, it -> profiles.getOrDefault(name(it).text(), Fields.NONE));
  }

  private Fields layers(Fields own, Function<Entry, Fields> resolve) {
    var fields = Fields.NONE;
    var used = own.one("profile");
    if (used.isPresent()) {
      for (var argument : used.get().arguments()) {
        var name = argument.read().map(it -> new Sourced<>((String) it, argument.origin()));
        var profile = name.flatMap(profiles::resolve);
        if (profile.isPresent()) {
          fields = fields.under(resolve.apply(profile.get().value()));
        }
      }
    }
    return fields.under(own);
  }

  /// Reported once: the profiles above this one are skipped, and those below stand on their own.
  private void reportTooDeep(Entry profile) {
    if (!isTooDeep) {
      isTooDeep = true;
      report.accept(
          Diagnostic.at(
                  profile.arguments().getFirst().origin().place(),
                  SyntaxCodes.TOO_DEEP,
                  Message.of("profiles apply each other more than {0} deep", SyntaxCodes.DEEPEST),
                  Message.of("one step too far"))
              .help(Message.of("put what several profiles share into one")));
    }
  }

  private void reportCycle(List<Entry> cycle) {
    var first = cycle.getFirst();
    var path = Message.of("profile `{0}`", name(first));
    for (var next : cycle.subList(1, cycle.size())) {
      path = Message.of("{0} applies `{1}`", path, name(next));
    }
    var finding =
        Diagnostic.at(
            first.arguments().getFirst().origin().place(),
            ModelCodes.PROFILE_CYCLE,
            Message.of("{0} applies `{1}`", path, name(first)),
            Message.of("the cycle begins here"));
    for (var next : cycle.subList(1, cycle.size())) {
      finding =
          finding.also(next.arguments().getFirst().origin().place(), Message.of("goes on here"));
    }
    report.accept(finding.help(Message.of("take one `profile` line out of the cycle")));
  }
}
