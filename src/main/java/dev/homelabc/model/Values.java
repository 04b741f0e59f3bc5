package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Type;
import dev.homelabc.source.Place;
import dev.homelabc.syntax.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Typed access to the fields of one declaration, whose names `${…}` may use.
///
/// @param owner how messages call it, such as "vm `web`"
/// @param place where it is declared: the place of what is missing and of defaults
/// @param property the statement whose block this is
record Values(
    Message owner,
    Place place,
    Property property,
    Fields fields,
    Scope scope,
    Consumer<Diagnostic> report) {

  Values in(Entry block) {
    return new Values(
        block.key().isEmpty() ? owner : Message.of("`{0}` of {1}", block.key(), owner),
        block.place(),
        block.property(),
        block.fields(),
        scope,
        report);
  }

  /// The same with these properties laid over others.
  Values over(Fields lower) {
    return new Values(owner, place, property, lower.under(fields), scope, report);
  }

  /// The same without a property whose mistake is reported.
  Values without(String name) {
    return new Values(owner, place, property, fields.without(name), scope, report);
  }

  /// The same with a property, in place of what it was.
  Values with(Entry entry) {
    return new Values(owner, place, property, fields.with(entry), scope, report);
  }

  Values in(Scope other) {
    return new Values(owner, place, property, fields, other, report);
  }

  Values counted(int index) {
    return new Values(owner, place, property, fields.counted(index), scope, report);
  }

  Values with(String name, Object value) {
    return new Values(owner, place, property, fields, scope.with(name, value.toString()), report);
  }

  /// The first argument of a property, if it is given.
  <T> Optional<Sourced<T>> one(String name, Class<T> type) {
    return fields.one(name).flatMap(it -> argument(it, 0, type));
  }

  /// The first argument of a property that has a standard one.
  <T> Sourced<T> the(String name, Class<T> type) {
    return one(name, type).orElseGet(() -> standard(name, type));
  }

  /// What holds where a property is not given.
  <T> Sourced<T> standard(String name, Class<T> type) {
    var child = property.child(name);
    var text = new Argument.Quoted(place.span(), child.standard().orElseThrow());
    var value =
        new ValueReader(report)
            .read(text, place, child.forms().getFirst().getFirst().type(), scope)
            .orElseThrow();
    return byDefault(type.cast(value));
  }

  /// A property without a default; reported when it is not given.
  <T> Optional<Sourced<T>> required(String property, Class<T> type, String example) {
    if (fields.one(property).isEmpty()) {
      missing(property, example);
    }
    return one(property, type);
  }

  /// Reports a property that is not given, unless it was given and could not be read.
  void missing(String property, String example) {
    if (!fields.spoilt().contains(property)) {
      report.accept(
          Diagnostic.at(
                  place,
                  ModelCodes.MISSING_PROPERTY,
                  Message.of("{0} has no `{1}`", owner, property),
                  Message.of("`{0}` is missing", property))
              .help(Message.of("add `{0}`", example)));
    }
  }

  /// Reports a property that is given and has no effect here. One of a profile is for other VMs.
  ///
  /// @param needs what would give it an effect
  void idle(String property, Message needs) {
    fields.all(property).stream()
        .filter(it -> it.head().profile().isEmpty())
        .forEach(it ->
            report.accept(
                Diagnostic.at(
                        it.place(),
                        ModelCodes.IDLE_PROPERTY,
                        Message.of("`{0}` has no effect in {1}", property, owner),
                        Message.of("it needs {0}", needs))
                    .help(Message.of("take it out, or give it what it needs"))));
  }

  <T> List<Sourced<T>> many(String property, Class<T> type) {
    var values = new ArrayList<Sourced<T>>();
    for (var entry : fields.all(property)) {
      for (int i = 0; i < entry.arguments().size(); i++) {
        argument(entry, i, type).ifPresent(values::add);
      }
    }
    return values;
  }

  /// A switch: alone it means true.
  Sourced<Boolean> flag(String name) {
    var entry = fields.one(name);
    if (entry.isPresent() && entry.get().arguments().isEmpty()) {
      return new Sourced<>(true, entry.get().head());
    }
    return the(name, Boolean.class);
  }

  Map<String, Sourced<String>> pairs(String property) {
    var pairs = new LinkedHashMap<String, Sourced<String>>();
    fields
        .one(property)
        .ifPresent(entry ->
            entry
                .pairs()
                .forEach((key, value) ->
                    value(value, String.class).ifPresent(it -> pairs.put(key, it))));
    return pairs;
  }

  <T> Optional<Sourced<T>> argument(Entry entry, int index, Class<T> type) {
    return value(entry.arguments().get(index), type);
  }

  /// An argument that the schema leaves open, read as a value of this type.
  <T> Optional<Sourced<T>> argument(Entry entry, int index, Type.Scalar<T> type) {
    var open = entry.arguments().get(index);
    // One that has no value was reported when it was read.
    return open.read().isEmpty() && !open.isOpen()
        ? Optional.empty()
        : value(
            new Entry.Value(open.syntax(), open.origin(), type, Optional.empty()), type.values());
  }

  private <T> Optional<Sourced<T>> value(Entry.Value value, Class<T> type) {
    return value
        .read()
        .or(() ->
            new ValueReader(report)
                .read(value.syntax(), value.origin().place(), value.type(), scope))
        .map(it -> new Sourced<>(type.cast(it), value.origin()));
  }

  <T> Sourced<T> byDefault(T value) {
    return new Sourced<>(value, Origin.written(place).asDefault());
  }
}
