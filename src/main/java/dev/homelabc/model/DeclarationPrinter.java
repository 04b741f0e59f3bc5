package dev.homelabc.model;

import dev.homelabc.format.Formatter;
import dev.homelabc.schema.Body;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Property.Repeat;
import dev.homelabc.schema.Type;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Quotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a declaration as text of the language that means the same without its profiles: all
/// properties in the order of the schema, what it does not give by its standard value.
final class DeclarationPrinter {
  private static final char LOST = '\ufffd';
  private static final String QUOTES = "\"\"\"";

  private final Declaration declaration;
  private final Function<Origin, String> comment;

  /// What cannot be read has been reported when it was bound.
  private final ValueReader reader = new ValueReader(_ -> {});

  private DeclarationPrinter(Declaration declaration, Function<Origin, String> comment) {
    this.declaration = declaration;
    this.comment = comment;
  }

  /// @param comment what stands at the end of a line that comes from somewhere
  static String print(Declaration declaration, Function<Origin, String> comment) {
    var printer = new DeclarationPrinter(declaration, comment);
    return formatted(printer.print());
  }

  /// What it says, without what has done its work and what holds by default.
  static List<Stated> stated(Declaration declaration) {
    var printer = new DeclarationPrinter(declaration, _ -> "");
    var values = declaration.values();
    return values.property().body().properties().stream()
        .filter(it -> !printer.isResolved(it))
        .flatMap(it -> values.fields().all(it.name()).stream())
        .map(it -> printer.stated(it, values.in(new Scope(Map.of()))))
        .toList();
  }

  private Stated stated(Entry entry, Values values) {
    var text = formatted(entry(entry, values));
    var first = text.lines().findFirst().orElseThrow();
    var words = first.replaceFirst(" (\\{|\"\"\")$", "");
    return new Stated(entry.property(), words, text, entry.head());
  }

  /// A character that was lost before we read it, and was reported, is no word of the language.
  private static String formatted(String text) {
    return Formatter.format(Parser.parse(new SourceFile("", text.replace(LOST, '?'))));
  }

  private String print() {
    var values = declaration.values();
    var head = declaration.kind() + " " + declaration.name();
    return line(head, declaration.origin(), optional(properties(values, declaration.implied())));
  }

  private String properties(Values values, Map<String, String> implied) {
    return values.property().body().properties().stream()
        .filter(it -> !isResolved(it))
        .map(it -> {
          var given = values.fields().all(it.name());
          return given.isEmpty()
              ? byDefault(it, values, Optional.ofNullable(implied.get(it.name())))
              : given.stream().map(entry -> entry(entry, values)).collect(Collectors.joining());
        })
        .collect(Collectors.joining());
  }

  /// Whether the property has done its work: to say it again would do it twice.
  private boolean isResolved(Property property) {
    return property.name().equals("profile")
        || (property.name().equals("replicas") && declaration.kind().equals("vm"));
  }

  private String byDefault(Property property, Values values, Optional<String> implied) {
    if (NicBinder.isIdle(property.name(), values)) {
      return "";
    }
    if (implied.isEmpty() && !declaration.platforms().contains(property.platform())) {
      return "";
    }
    var origin = Origin.written(values.place()).asDefault();
    return implied
        .or(property::standard)
        .flatMap(it -> {
          var type = property.forms().getFirst().getFirst().type();
          var syntax = new Argument.Quoted(origin.place().span(), it);
          return reader
              .read(syntax, origin.place(), type, values.scope())
              .map(value -> property.name() + " " + spelling(value, type, false));
        })
        .map(head -> line(head, origin, Optional.empty()))
        .orElse("");
  }

  private String entry(Entry entry, Values values) {
    var property = entry.property();
    var head = new StringBuilder(property.name());
    for (int i = 0; i < entry.arguments().size(); i++) {
      boolean isKey = i == 0 && property.repeat() == Repeat.KEYED;
      head.append(' ').append(argument(entry.arguments().get(i), values.scope(), isKey));
    }
    if (entry.arguments().isEmpty() && !property.forms().getFirst().isEmpty()) {
      head.append(" true");
    }
    var block =
        switch (property.body()) {
          case Body.None() -> Optional.<String>empty();
          case Body.Properties _ -> optional(properties(values.in(entry), Map.of()));
          case Body.Pairs _ -> Optional.of(pairs(entry.pairs(), values.scope()));
          case Body.Settings() -> optional(service(entry, values));
        };
    return line(head.toString(), entry.head(), block);
  }

  private String pairs(Map<String, Entry.Value> pairs, Scope scope) {
    var lines = new StringBuilder();
    pairs.forEach((key, value) -> {
      var head = word(key) + " " + argument(value, scope, false);
      lines.append(line(head, value.origin(), Optional.empty()));
    });
    return lines.toString();
  }

  private String service(Entry entry, Values values) {
    boolean isImplied =
        !declaration.platforms().isEmpty() && !entry.options().containsKey("enable");
    var origin = Origin.written(values.place()).asDefault();
    return (isImplied ? line("enable true", origin, Optional.empty()) : "")
        + options(entry.options());
  }

  private String options(Map<String, Option> options) {
    var lines = new StringBuilder();
    options.forEach((key, option) ->
        lines.append(
            switch (option) {
              case Option.Plain(var origin, var setting) ->
                  line(word(key) + " " + setting(setting), origin, Optional.empty());
              case Option.Block(var origin, var inner) ->
                  line(word(key), origin, Optional.of(options(inner)));
            }));
    return lines.toString();
  }

  private static String setting(Setting setting) {
    return switch (setting) {
      case Setting.Text(var text) -> text(text);
      case Setting.Whole(var number) -> Long.toString(number);
      case Setting.Flag(var flag) -> Boolean.toString(flag);
      case Setting.Nothing() -> "null";
      case Setting.Sequence(var values) ->
          values.stream()
              .map(DeclarationPrinter::setting)
              .collect(Collectors.joining(" ", "[ ", " ]"));
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
              .map(DeclarationPrinter::asWritten)
              .collect(Collectors.joining(" ", "[ ", " ]"));
      case Argument.Broken _ -> throw new IllegalStateException("it was reported and left out");
    };
  }

  private static Optional<String> optional(String block) {
    return Optional.of(block).filter(it -> !it.isEmpty());
  }

  private String line(String head, Origin origin, Optional<String> block) {
    var end = comment.apply(origin) + "\n";
    return block
        .map(it -> it.isEmpty() ? head + " { }" + end : head + " {" + end + it + "}\n")
        .orElse(head + end);
  }
}
