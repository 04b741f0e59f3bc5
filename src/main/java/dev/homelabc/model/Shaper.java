package dev.homelabc.model;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Body;
import dev.homelabc.schema.Parameter;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Type;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.SyntaxCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds the statements of one file against the schema: keywords known, arguments counted and
/// typed, blocks where they belong. What does not fit is reported and left out.
final class Shaper {
  private static final Pattern PART = Pattern.compile("[^,]+");

  private final SourceFile source;
  private final Consumer<Diagnostic> report;
  private final ValueReader values;

  Shaper(SourceFile source, Consumer<Diagnostic> report) {
    this.source = source;
    this.report = report;
    this.values = new ValueReader(report);
  }

  /// @param owner what the properties belong to, such as "a `vm`"
  Fields fields(Message owner, List<Property> known, List<Statement> statements) {
    var entries = new LinkedHashMap<String, Entry>();
    var spoilt = new HashSet<String>();
    for (var statement : statements) {
      var property = property(owner, known, statement, it -> spoilt.add(it.name()));
      if (property.isEmpty()) {
        continue;
      }
      var entry = entry(property.get(), statement, known, spoilt);
      if (entry.isEmpty()) {
        continue;
      }
      var first = entries.putIfAbsent(entry.get().key(), entry.get());
      if (first != null) {
        twice(first.key(), first.place(), entry.get().place());
      }
    }
    return new Fields(entries, spoilt);
  }

  /// The property that a statement is about.
  ///
  /// @param meant takes the one that an unknown keyword, which is reported, most likely stands for
  Optional<Property> property(
      Message owner, List<Property> known, Statement statement, Consumer<Property> meant) {
    var word = statement.keyword().text();
    var property = Property.named(word, known);
    if (property.isEmpty()) {
      var place = source.at(statement.keyword().span());
      report.accept(Keywords.unknown(place, owner, known, statement));
      Keywords.meant(statement, known).ifPresent(meant);
    }
    return property;
  }

  /// The entry for a statement; empty if too little of it can be read, which then has been
  /// reported.
  ///
  /// @param beside the properties that may stand beside it
  /// @param spoilt takes the names of those that are given and cannot be read
  Optional<Entry> entry(
      Property property, Statement statement, List<Property> beside, Set<String> spoilt) {
    var arguments = arguments(property, statement, beside, spoilt);
    if (arguments.isEmpty()) {
      spoilt.add(property.name());
    }
    var block = statement.block();
    var fields = Fields.NONE;
    var pairs = Map.<String, Entry.Value>of();
    var options = Map.<String, Option>of();
    switch (property.body()) {
      case Body.None() -> {
        if (block.isPresent()) {
          problem(
              block.get().span(),
              ModelCodes.WRONG_BLOCK,
              Message.of("`{0}` takes no block", property.name()),
              Message.of("not expected here"),
              Message.of("write it as `{0}`", property.usage()));
        }
      }
      case Body.Properties(var known) -> {
        if (block.isPresent()) {
          fields = fields(Message.of("`{0}`", property.name()), known, block.get().statements());
        }
      }
      case Body.Pairs(var key, var type) -> {
        if (block.isEmpty()) {
          missingBlock(property, statement);
          return Optional.empty();
        }
        pairs = pairs(block.get().statements(), key, type);
      }
      case Body.Settings() ->
          options =
              new SettingReader(source, report)
                  .read(block.map(Statement.Block::statements).orElse(List.of()));
    }
    var shaped = fields;
    var paired = pairs;
    var set = options;
    return arguments.map(it ->
        new Entry(property, Origin.written(source.at(statement.head())), it, shaped, paired, set));
  }

  private void missingBlock(Property property, Statement statement) {
    problem(
        statement.head(),
        ModelCodes.WRONG_BLOCK,
        Message.of("`{0}` needs a block", property.name()),
        Message.of("no block follows"),
        Message.of("write it as `{0}`", property.usage()));
  }

  private Map<String, Entry.Value> pairs(
      List<Statement> statements, Type<String> keyType, Type<String> type) {
    var pairs = new LinkedHashMap<String, Entry.Value>();
    for (var statement : statements) {
      if (statement.arguments().size() != 1 || statement.block().isPresent()) {
        problem(
            statement.head(),
            ModelCodes.WRONG_ARGUMENTS,
            Message.of("`{0}` takes one value", statement.keyword().text()),
            Message.NONE,
            Message.of("write a key and its value on a line"));
        continue;
      }
      var value = value(statement.arguments().getFirst(), type);
      var place = source.at(statement.keyword().span());
      if (values.value(statement.keyword().text(), place, keyType).isEmpty()
          || (value.read().isEmpty() && !waits(value))) {
        continue;
      }
      var first = pairs.putIfAbsent(statement.keyword().text(), value);
      if (first != null) {
        twice(statement.keyword().text(), first.origin().place(), value.origin().place());
      }
    }
    return pairs;
  }

  /// The arguments as the property's form of the same length wants them; empty when one is missing,
  /// too many, or unreadable.
  private Optional<List<Entry.Value>> arguments(
      Property property, Statement statement, List<Property> beside, Set<String> spoilt) {
    var signs = Signs.in(source, property, statement);
    signs.finding().ifPresent(report);
    var given = signs.arguments();
    if (given.stream().anyMatch(Argument.Broken.class::isInstance)) {
      return Optional.empty();
    }
    if (given.isEmpty() && statement.block().isPresent() && property.body() instanceof Body.None) {
      // The block is what is wrong, and is reported.
      return Optional.empty();
    }
    var form =
        property.forms().stream()
            .filter(it -> Parameter.fit(it, flat(it, given).size()))
            .findFirst();
    if (form.isEmpty()) {
      var intent = Intent.of(source, property, statement, beside);
      spoilt.addAll(intent.swallowed());
      problem(
          given.isEmpty() ? Span.at(statement.keyword().span().end()) : statement.head(),
          ModelCodes.WRONG_ARGUMENTS,
          Message.of("`{0}` has {1}", property.name(), count(given.size())),
          Message.of("expected `{0}`", property.usage()),
          intent.help());
      return Optional.empty();
    }
    var read = new ArrayList<Entry.Value>();
    var flat = apart(form.get(), flat(form.get(), given));
    for (int i = 0; i < flat.size(); i++) {
      var type = form.get().get(Math.min(i, form.get().size() - 1)).type();
      boolean isKey = i == 0 && property.repeat() == Property.Repeat.KEYED;
      read.add(isKey ? closed(flat.get(i), type) : value(flat.get(i), type));
    }
    boolean readable =
        read.stream().allMatch(it -> it.read().isPresent() || waits(it))
            && (property.repeat() != Property.Repeat.KEYED || read.getFirst().read().isPresent());
    return readable ? Optional.of(distinct(form.get(), read)) : Optional.empty();
  }

  /// The same without the names that stand twice in a list, which are reported.
  private List<Entry.Value> distinct(List<Parameter> form, List<Entry.Value> values) {
    if (form.isEmpty() || !(form.getLast().type() instanceof Type.Reference)) {
      return values;
    }
    var named = new LinkedHashMap<Object, Entry.Value>();
    for (var value : values) {
      var first = named.putIfAbsent(value.read().orElse(value), value);
      if (first != null) {
        twice(first.origin().place().text(), first.origin().place(), value.origin().place());
      }
    }
    return List.copyOf(named.values());
  }

  private void twice(String what, Place first, Place again) {
    report.accept(
        Diagnostic.at(
                again,
                ModelCodes.DUPLICATE_PROPERTY,
                Message.of("`{0}` is given twice", what),
                Message.of("given again here"))
            .also(first, Message.of("first given here"))
            .help(Message.of("keep one of the two")));
  }

  private static boolean waits(Entry.Value value) {
    return value.isOpen() && !(value.type() instanceof Type.Words words && words.isRaw());
  }

  private Entry.Value value(Argument argument, Type<?> type) {
    var place = source.at(argument.span());
    var waiting = new Entry.Value(argument, Origin.written(place), type, Optional.empty());
    return waits(waiting) ? waiting : closed(argument, type);
  }

  /// A value that is read at once: a key does not depend on its owner.
  private Entry.Value closed(Argument argument, Type<?> type) {
    var place = source.at(argument.span());
    return new Entry.Value(
        argument, Origin.written(place), type, values.read(argument, place, type));
  }

  /// A list where many arguments may stand is those arguments.
  private static List<Argument> flat(List<Parameter> form, List<Argument> given) {
    if (form.isEmpty() || !form.getLast().isMany()) {
      return given;
    }
    return given.stream()
        .flatMap(it -> it instanceof Argument.Items(_, var items) ? items.stream() : Stream.of(it))
        .toList();
  }

  /// Words with a comma in them where several values may stand, taken apart at the commas. A text
  /// may have commas of its own.
  private List<Argument> apart(List<Parameter> form, List<Argument> given) {
    if (form.isEmpty()
        || !form.getLast().isMany()
        || form.getLast().type() instanceof Type.Words
        || given.stream().noneMatch(Shaper::hasComma)) {
      return given;
    }
    var first = given.stream().filter(Shaper::hasComma).findFirst().orElseThrow();
    problem(
        first.span(),
        SyntaxCodes.FOREIGN_SYNTAX,
        Message.of("commas stand between the values, where this language has blanks"),
        Message.of("more than one value"),
        Message.of("write `{0}`", source.text(first.span()).replace(",", " ").strip()));
    return given.stream().flatMap(Shaper::parts).toList();
  }

  private static boolean hasComma(Argument argument) {
    return argument instanceof Argument.Word(_, var text) && text.indexOf(',') >= 0;
  }

  private static Stream<Argument> parts(Argument argument) {
    if (!(argument instanceof Argument.Word(var span, var text))) {
      return Stream.of(argument);
    }
    return PART.matcher(text)
        .results()
        .map(it ->
            new Argument.Word(
                new Span(span.start() + it.start(), span.start() + it.end()), it.group()));
  }

  private static Message count(int given) {
    return switch (given) {
      case 0 -> Message.of("no argument");
      case 1 -> Message.of("one argument");
      default -> Message.of("{0} arguments", given);
    };
  }

  private void problem(Span span, Code code, Message message, Message label, Message help) {
    report.accept(Diagnostic.at(source.at(span), code, message, label).help(help));
  }
}
