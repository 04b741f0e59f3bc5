package dev.homelabc.model;

import dev.homelabc.schema.Body;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Property.Repeat;
import dev.homelabc.schema.Type;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The lines of a declaration: all properties in the order of the schema, what it does not give by
/// its standard value.
final class DeclarationLines {
  private static final String QUOTES = "\"\"\"";

  private final Declaration declaration;

  /// What cannot be read has been reported when it was bound.
  private final ValueReader reader = new ValueReader(_ -> {});

  private DeclarationLines(Declaration declaration) {
    this.declaration = declaration;
  }

  /// The declaration as one line with its block.
  static Line of(Declaration declaration) {
    var values = declaration.values();
    var lines = new DeclarationLines(declaration).properties(values, declaration.implied());
    return new Line(
        Optional.of(values.property()),
        declaration.kind(),
        List.of(declaration.name().text()),
        declaration.origin(),
        unlessEmpty(lines));
  }

  /// The lines that it gives, without what has done its work.
  static List<Line> given(Declaration declaration) {
    var lines = new DeclarationLines(declaration);
    var values = declaration.values();
    return values.property().body().properties().stream()
        .filter(it -> !lines.isResolved(it))
        .flatMap(it -> values.fields().all(it.name()).stream())
        .map(it -> lines.entry(it, values.in(new Scope(Map.of()))))
        .toList();
  }

  private List<Line> properties(Values values, Map<String, String> implied) {
    var lines = new ArrayList<Line>();
    for (var property : values.property().body().properties()) {
      if (isResolved(property)) {
        continue;
      }
      var given = values.fields().all(property.name());
      if (given.isEmpty()) {
        byDefault(property, values, Optional.ofNullable(implied.get(property.name())))
            .ifPresent(lines::add);
      } else {
        given.forEach(entry -> lines.add(entry(entry, values)));
      }
    }
    return lines;
  }

  /// Whether the property has done its work: to say it again would do it twice.
  private boolean isResolved(Property property) {
    return property.name().equals("profile")
        || (property.name().equals("replicas") && declaration.kind().equals("vm"));
  }

  private Optional<Line> byDefault(Property property, Values values, Optional<String> implied) {
    if (NicBinder.isIdle(property.name(), values)) {
      return Optional.empty();
    }
    if (implied.isEmpty() && !declaration.platforms().contains(property.platform())) {
      return Optional.empty();
    }
    var origin = Origin.written(values.place()).asDefault();
    return implied
        .or(property::standard)
        .flatMap(it -> {
          var type = property.forms().getFirst().getFirst().type();
          var syntax = new Argument.Quoted(origin.place().span(), it);
          return reader
              .read(syntax, origin.place(), type, values.scope())
              .map(value -> spelling(value, type, false));
        })
        .map(it ->
            new Line(
                Optional.of(property), property.name(), List.of(it), origin, Optional.empty()));
  }

  private Line entry(Entry entry, Values values) {
    var property = entry.property();
    var arguments = new ArrayList<String>();
    for (int i = 0; i < entry.arguments().size(); i++) {
      boolean isKey = i == 0 && property.repeat() == Repeat.KEYED;
      arguments.add(argument(entry.arguments().get(i), values.scope(), isKey));
    }
    if (arguments.isEmpty() && !property.forms().getFirst().isEmpty()) {
      arguments.add("true");
    }
    var block =
        switch (property.body()) {
          case Body.None() -> Optional.<List<Line>>empty();
          case Body.Properties _ -> unlessEmpty(properties(values.in(entry), Map.of()));
          case Body.Pairs _ -> Optional.of(pairs(entry.pairs(), values.scope()));
          case Body.Settings() -> unlessEmpty(service(entry, values));
        };
    return new Line(Optional.of(property), property.name(), arguments, entry.head(), block);
  }

  private List<Line> pairs(Map<String, Entry.Value> pairs, Scope scope) {
    var lines = new ArrayList<Line>();
    pairs.forEach((key, value) ->
        lines.add(own(key, List.of(argument(value, scope, false)), value.origin())));
    return lines;
  }

  private List<Line> service(Entry entry, Values values) {
    boolean isImplied =
        !declaration.platforms().isEmpty() && !entry.options().containsKey("enable");
    var origin = Origin.written(values.place()).asDefault();
    var lines = new ArrayList<Line>();
    if (isImplied) {
      lines.add(own("enable", List.of("true"), origin));
    }
    lines.addAll(options(entry.options()));
    return lines;
  }

  private static List<Line> options(Map<String, Option> options) {
    var lines = new ArrayList<Line>();
    options.forEach((key, option) ->
        lines.add(
            switch (option) {
              case Option.Plain(var origin, var setting) ->
                  own(key, List.of(setting(setting)), origin);
              case Option.Block(var origin, var inner) ->
                  new Line(
                      Optional.empty(), word(key), List.of(), origin, Optional.of(options(inner)));
            }));
    return lines;
  }

  /// A line of a key of the user's own.
  private static Line own(String key, List<String> arguments, Origin origin) {
    return new Line(Optional.empty(), word(key), arguments, origin, Optional.empty());
  }

  private static String setting(Setting setting) {
    return switch (setting) {
      case Setting.Text(var text) -> text(text);
      case Setting.Whole(var number) -> Long.toString(number);
      case Setting.Flag(var flag) -> Boolean.toString(flag);
      case Setting.Nothing() -> "null";
      case Setting.Sequence(var values) ->
          values.stream()
              .map(DeclarationLines::setting)
              .collect(Collectors.joining(" ", "[ ", " ]"));
      case Setting.From(_, var value) -> setting(value);
      case Setting.Attributes _ -> throw new IllegalStateException("a set is no argument");
    };
  }

  private String argument(Entry.Value value, Scope scope, boolean isKey) {
    return value
        .read()
        .or(() -> reader.read(value.syntax(), value.origin().place(), value.type(), scope))
        .map(it -> spelling(it, value.type(), isKey))
        .orElseGet(() -> asWritten(value.syntax()));
  }

  /// @param isKey whether `${…}` in it are the characters themselves
  private static String spelling(Object value, Type<?> type, boolean isKey) {
    boolean isRaw = isKey || (type instanceof Type.Words words && words.isRaw());
    var text = isRaw ? value.toString() : value.toString().replace("${", "$${");
    return type instanceof Type.Words ? text(text) : word(text);
  }

  private static String word(String text) {
    return Quotes.isWord(text) ? text : Quotes.encode(text);
  }

  private static String text(String text) {
    boolean isBlock =
        text.endsWith("\n")
            && !text.contains(QUOTES)
            && text.chars().noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c));
    return isBlock ? QUOTES + "\n" + text + QUOTES : Quotes.encode(text);
  }

  /// An argument that waits for its owner, as in a profile.
  private static String asWritten(Argument argument) {
    return switch (argument) {
      case Argument.Word(_, var text) -> text;
      case Argument.Quoted(_, var raw) -> '"' + raw + '"';
      case Argument.Text(_, var raw) -> QUOTES + "\n" + raw + QUOTES;
      case Argument.Items(_, var items) ->
          items.stream()
              .map(DeclarationLines::asWritten)
              .collect(Collectors.joining(" ", "[ ", " ]"));
      case Argument.Broken _ -> throw new IllegalStateException("it was reported and left out");
    };
  }

  private static Optional<List<Line>> unlessEmpty(List<Line> block) {
    return Optional.of(block).filter(it -> !it.isEmpty());
  }
}
