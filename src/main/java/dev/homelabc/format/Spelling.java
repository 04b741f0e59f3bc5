package dev.homelabc.format;

import dev.homelabc.schema.Body;
import dev.homelabc.schema.Parameter;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Schema;
import dev.homelabc.schema.Type;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Quotes;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.Token;
import dev.homelabc.value.GuestMac;
import dev.homelabc.value.Reading;
import dev.homelabc.value.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How each word, string and text of a file is written. Normal forms come from the schema alone: a
/// value that does not read as its type, and whatever the schema does not know, stays as it stands.
final class Spelling {
  private final SourceFile source;

  /// By the offset of the token.
  private final Map<Integer, String> changed = new HashMap<>();

  private final Map<Integer, String> texts = new HashMap<>();

  private Spelling(SourceFile source) {
    this.source = source;
  }

  static Spelling of(Parsed parsed) {
    var spelling = new Spelling(parsed.source());
    spelling.statements(Schema.KINDS, parsed.statements());
    return spelling;
  }

  String word(Token token) {
    return changed.getOrDefault(token.span().start(), source.text(token.span()));
  }

  /// The lines of a text, without its margin and without line ends.
  List<String> text(Token token) {
    var raw = Objects.requireNonNull(texts.get(token.span().start()));
    return raw.isEmpty() ? List.of() : List.of(raw.substring(0, raw.length() - 1).split("\n", -1));
  }

  private void statements(List<Property> known, List<Statement> statements) {
    for (var statement : statements) {
      statement.arguments().forEach(this::keepTexts);
      var property =
          known.stream().filter(it -> it.name().equals(statement.keyword().text())).findFirst();
      property.ifPresent(it -> {
        keyword(it, statement);
        arguments(it, statement.arguments());
      });
      var body = property.map(Property::body);
      var below =
          body.isPresent() && body.get() instanceof Body.Properties(var properties)
              ? properties
              : List.<Property>of();
      statement.block().ifPresent(block -> statements(below, block.statements()));
    }
  }

  private void keepTexts(Argument argument) {
    switch (argument) {
      case Argument.Text(var span, var raw) -> texts.put(span.start(), raw);
      case Argument.Items(_, var items) -> items.forEach(this::keepTexts);
      case Argument.Word _, Argument.Quoted _, Argument.Broken _ -> {}
    }
  }

  /// A keyword needs no quotes, and a switch says what it is switched to.
  private void keyword(Property property, Statement statement) {
    var span = statement.keyword().span();
    var name = property.name();
    boolean isBare = statement.arguments().isEmpty() && statement.block().isEmpty();
    if (isBare && isSwitch(property)) {
      changed.put(span.start(), name + " true");
    } else if (source.text(span).equals('"' + name + '"')) {
      changed.put(span.start(), name);
    }
  }

  /// Whether its name alone means `true`.
  static boolean isSwitch(Property property) {
    return property.forms().contains(List.<Parameter>of())
        && property.forms().stream()
            .anyMatch(it -> it.size() == 1 && it.getFirst().type().values() == Boolean.class);
  }

  private void arguments(Property property, List<Argument> given) {
    for (var form : property.forms()) {
      boolean isOpen = !form.isEmpty() && form.getLast().isMany();
      // A list where many arguments may stand is those arguments.
      var flat = isOpen ? given.stream().flatMap(Spelling::items).toList() : given;
      if (isOpen ? flat.size() >= form.size() : flat.size() == form.size()) {
        for (int i = 0; i < flat.size(); i++) {
          argument(flat.get(i), form.get(Math.min(i, form.size() - 1)).type());
        }
        return;
      }
    }
  }

  private static Stream<Argument> items(Argument argument) {
    return argument instanceof Argument.Items(_, var items) ? items.stream() : Stream.of(argument);
  }

  private void argument(Argument argument, Type<?> type) {
    switch (argument) {
      case Argument.Word(var span, var text) ->
          normal(text, type).ifPresent(it -> changed.put(span.start(), it));
      case Argument.Quoted(var span, var raw) -> {
        // A backslash or an interpolation means something inside quotes only.
        if (Quotes.isWord(raw) && raw.indexOf('\\') < 0) {
          normal(raw, type).ifPresent(it -> changed.put(span.start(), it));
        }
      }
      case Argument.Text _, Argument.Items _, Argument.Broken _ -> {}
    }
  }

  /// The one way to write a value as a word; empty where it is none of the type, or free text.
  private static Optional<String> normal(String text, Type<?> type) {
    return switch (type) {
      case Type.Scalar<?> scalar ->
          scalar.reader().apply(text) instanceof Reading.Good<?>
              ? Optional.of(normal(text, scalar.values()))
              : Optional.empty();
      case Type.Choice<?> choice ->
          choice.options().containsKey(text) ? Optional.of(text) : Optional.empty();
      case Type.Reference _ -> Optional.of(text);
      case Type.Words _ -> Optional.empty();
    };
  }

  private static String normal(String text, Class<?> values) {
    if (values == Size.class) {
      return text.replaceFirst("(iB|i|B)$", "iB");
    }
    return values == GuestMac.class ? text.toLowerCase(Locale.ROOT) : text;
  }
}
