package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Quotes;
import dev.homelabc.syntax.Statement;
import dev.homelabc.value.Whole;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the block of a service as option values. The words `true`, `false`, `null` and whole
/// numbers are themselves; all other words, and everything in quotes, are strings.
final class SettingReader {
  private final SourceFile source;
  private final Consumer<Diagnostic> report;

  SettingReader(SourceFile source, Consumer<Diagnostic> report) {
    this.source = source;
    this.report = report;
  }

  Map<String, Option> read(List<Statement> statements) {
    var options = new LinkedHashMap<String, Option>();
    var places = new LinkedHashMap<String, Span>();
    for (var statement : statements) {
      var key = statement.keyword().text();
      var keyword = source.at(statement.keyword().span());
      ControlCharacter.in(key, keyword).ifPresent(report);
      var first = places.putIfAbsent(key, statement.keyword().span());
      if (first != null) {
        report.accept(
            Diagnostic.at(
                    keyword,
                    ModelCodes.DUPLICATE_PROPERTY,
                    Message.of("`{0}` is given twice", key),
                    Message.of("given again here"))
                .also(source.at(first), Message.of("first given here"))
                .help(Message.of("keep one of the two")));
      } else {
        option(statement).ifPresent(it -> options.put(key, it));
      }
    }
    return options;
  }

  private Optional<Option> option(Statement statement) {
    var arguments = statement.arguments();
    if (arguments.isEmpty() == statement.block().isEmpty()) {
      report.accept(
          Diagnostic.at(
                  source.at(statement.head()),
                  ModelCodes.WRONG_ARGUMENTS,
                  arguments.isEmpty()
                      ? Message.of("option `{0}` has no value", statement.keyword().text())
                      : Message.of(
                          "option `{0}` has both a value and a block", statement.keyword().text()),
                  Message.of("expected a value or a block"))
              .help(Message.of("write `{0} VALUE`", statement.keyword().text())));
      return Optional.empty();
    }
    var origin = Origin.written(source.at(statement.head()));
    if (statement.block().isPresent()) {
      return Optional.of(new Option.Block(origin, read(statement.block().get().statements())));
    }
    var value =
        arguments.size() == 1
            ? setting(arguments.getFirst())
            : Optional.<Setting>of(sequence(arguments));
    return value.map(it -> new Option.Plain(origin, it));
  }

  private Optional<Setting> setting(Argument argument) {
    return switch (argument) {
      case Argument.Word(var span, var text) -> word(text, source.at(span));
      case Argument.Quoted(var span, var raw) -> text(Quotes.decode(raw), source.at(span));
      case Argument.Text(var span, var raw) -> text(raw, source.at(span));
      case Argument.Items(_, var items) -> Optional.of(sequence(items));
      case Argument.Broken _ -> Optional.empty();
    };
  }

  private Setting sequence(List<Argument> items) {
    return new Setting.Sequence(
        items.stream().map(this::setting).flatMap(Optional::stream).toList());
  }

  private Optional<Setting> text(String text, Place place) {
    var control = ControlCharacter.in(text, place);
    control.ifPresent(report);
    return control.isPresent() ? Optional.empty() : Optional.of(new Setting.Text(text));
  }

  private Optional<Setting> word(String text, Place place) {
    return switch (text) {
      case "true" -> Optional.of(new Setting.Flag(true));
      case "false" -> Optional.of(new Setting.Flag(false));
      case "null" -> Optional.of(new Setting.Nothing());
      default -> text.matches("0|-?[1-9][0-9]*") ? number(text, place) : text(text, place);
    };
  }

  private Optional<Setting> number(String digits, Place place) {
    // 19 digits and a sign are the most that 64 bits hold.
    if (digits.length() <= 20) {
      var number = new BigInteger(digits);
      if (number.bitLength() < Long.SIZE) {
        return Optional.of(new Setting.Whole(number.longValue()));
      }
    }
    report.accept(
        Diagnostic.at(
                place,
                Whole.BAD,
                Message.of("`{0}` does not fit into the 64 bits of an integer in Nix", digits),
                Message.NONE)
            .help(Message.of("write it in quotes if it is a string")));
    return Optional.empty();
  }
}
