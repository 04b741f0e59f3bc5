package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Type;
import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Quotes;
import dev.homelabc.value.Reading;
import dev.homelabc.value.Size;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads arguments as values of their types, and reports those that are none.
final class ValueReader {
  private static final Pattern INTERPOLATION = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}?");

  private final Consumer<Diagnostic> report;

  ValueReader(Consumer<Diagnostic> report) {
    this.report = report;
  }

  /// The value of an argument that depends on nothing but its text.
  Optional<Object> read(Argument argument, Place place, Type<?> type) {
    return switch (argument) {
      case Argument.Word(_, var text) -> value(text, place, type);
      case Argument.Quoted(_, var raw) -> value(Quotes.decode(raw), place, type);
      case Argument.Text(_, var raw) -> {
        if (type instanceof Type.Words) {
          yield value(raw, place, type);
        }
        report.accept(
            Diagnostic.at(
                place,
                ModelCodes.WRONG_ARGUMENTS,
                Message.of("a text over several lines stands where {0} is expected", type.label()),
                Message.of("expected {0}", type.label())));
        yield Optional.empty();
      }
      case Argument.Items _ -> {
        report.accept(
            Diagnostic.at(
                place,
                ModelCodes.WRONG_ARGUMENTS,
                Message.of("a list stands where {0} is expected", type.label()),
                Message.of("expected {0}", type.label())));
        yield Optional.empty();
      }
      case Argument.Broken _ -> Optional.empty();
    };
  }

  /// The value of an argument whose `${…}` stand for names of a scope.
  Optional<Object> read(Argument argument, Place place, Type<?> type, Scope scope) {
    return switch (argument) {
      case Argument.Quoted(_, var raw) ->
          interpolate(raw, place, scope).flatMap(it -> value(Quotes.decode(it), place, type));
      case Argument.Text(var span, var raw) ->
          type instanceof Type.Words
              ? interpolate(raw, place, scope).flatMap(it -> value(it, place, type))
              : read(new Argument.Text(span, raw), place, type);
      case Argument.Word _, Argument.Items _, Argument.Broken _ -> read(argument, place, type);
    };
  }

  Optional<Object> value(String text, Place place, Type<?> type) {
    return switch (type) {
      case Type.Scalar<?>(_, _, _, _, var reader) -> {
        yield switch (reader.apply(text)) {
          case Reading.Good<?>(var value) -> {
            if (value instanceof Size) {
              checkUnit(text, place);
            }
            yield Optional.of(value);
          }
          case Reading.Bad<?>(var code, var message, var help, var meant) -> {
            var finding =
                Diagnostic.at(place, code, message, Message.of("expected {0}", type.label()));
            finding = help.map(finding::help).orElse(finding);
            report.accept(meant.map(finding::fix).orElse(finding));
            yield Optional.empty();
          }
        };
      }
      case Type.Choice<?> choice -> {
        Optional<Object> chosen = Optional.ofNullable(choice.options().get(text));
        if (chosen.isEmpty()) {
          var finding =
              Diagnostic.at(
                  place,
                  ModelCodes.UNKNOWN_CHOICE,
                  Message.of("`{0}` is not {1}", text, choice.label()),
                  Message.of("expected {0}", choice.label()));
          report.accept(
              Suggestion.of(text, choice.options().keySet(), Message.of("choices")).on(finding));
        }
        yield chosen;
      }
      case Type.Reference _ -> Optional.of(text);
      case Type.Words _ -> {
        var control = ControlCharacter.in(text, place);
        if (control.isPresent()) {
          report.accept(control.get());
          yield Optional.empty();
        }
        yield Optional.of(text);
      }
    };
  }

  private void checkUnit(String text, Place place) {
    var binary = Size.withBinaryUnit(text);
    if (!binary.equals(text)) {
      report.accept(
          Diagnostic.at(
                  place,
                  Size.DECIMAL_UNIT,
                  Message.of("`{0}` is read as `{1}`", text, binary),
                  Message.NONE)
              .help(Message.of("write `{0}`", binary))
              .fix(binary));
    }
  }

  private Optional<String> interpolate(String raw, Place place, Scope scope) {
    if (raw.indexOf('$') < 0) {
      return Optional.of(raw);
    }
    var text = new StringBuilder();
    var found = INTERPOLATION.matcher(raw);
    int count = 0;
    boolean good = true;
    while (found.find()) {
      count++;
      if (found.group(1) == null) {
        found.appendReplacement(text, Matcher.quoteReplacement("${"));
        continue;
      }
      var value = scope.names().get(found.group(1));
      if (value == null || !found.group().endsWith("}")) {
        good = false;
        var suggestion =
            Suggestion.of(found.group(1), scope.names().keySet(), Message.of("names known here"));
        var at = occurrence(place, count, found.group().length());
        var finding =
            Diagnostic.at(
                    at,
                    ModelCodes.UNKNOWN_INTERPOLATION,
                    Message.of("`{0}` names nothing that is known here", found.group()),
                    Message.NONE)
                .help(suggestion.help())
                .help(Message.of("write `$${` for the characters `${` themselves"));
        // An escape before it would shift the place.
        boolean isExact = at.text().equals(found.group()) && found.group().endsWith("}");
        report.accept(
            suggestion
                .sure()
                .filter(_ -> isExact)
                .map(name -> finding.fix(Fix.of(inner(at), name)))
                .orElse(finding));
      } else {
        found.appendReplacement(text, Matcher.quoteReplacement(value));
      }
    }
    return good ? Optional.of(found.appendTail(text).toString()) : Optional.empty();
  }

  /// What stands between `${` and `}`.
  private static Place inner(Place interpolation) {
    var span = interpolation.span();
    return interpolation.file().at(new Span(span.start() + 2, span.end() - 1));
  }

  /// The n-th interpolation in the source of an argument: margins and escapes hold none.
  private static Place occurrence(Place place, int count, int length) {
    var found = INTERPOLATION.matcher(place.text());
    for (int i = 0; i < count; i++) {
      if (!found.find()) {
        return place;
      }
    }
    int start = place.span().start() + found.start();
    return place.file().at(new Span(start, Math.min(start + length, place.span().end())));
  }
}
