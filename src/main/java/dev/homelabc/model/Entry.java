package dev.homelabc.model;

import dev.homelabc.schema.Property;
import dev.homelabc.schema.Type;
import dev.homelabc.source.Place;
import dev.homelabc.syntax.Argument;
import dev.homelabc.value.Cid;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A statement that fits the schema: its property, its arguments and what its block says.
///
/// @param head keyword and arguments
/// @param pairs keys with their values, where the block is one of pairs
/// @param options where the block is one of settings
record Entry(
    Property property,
    Origin head,
    List<Value> arguments,
    Fields fields,
    Map<String, Value> pairs,
    Map<String, Option> options) {

  /// An argument with its type.
  ///
  /// @param read the value; empty where it has an interpolation and so waits for its owner, or was
  ///   reported
  record Value(Argument syntax, Origin origin, Type<?> type, Optional<Object> read) {
    Value through(String profile) {
      return new Value(syntax, origin.through(profile), type, read);
    }

    Value counted(int index) {
      return new Value(syntax, origin, type, read.map(it -> plus(it, index)));
    }

    private static Object plus(Object value, int count) {
      return switch (value) {
        case Ipv4 ip -> ip.plus(count);
        case MacAddress mac -> mac.plus(count);
        case Cid cid -> cid.plus(count);
        default -> value;
      };
    }

    /// Whether the value depends on its owner, such as `"vm-${index}"`.
    boolean isOpen() {
      return switch (syntax) {
        case Argument.Quoted(_, var raw) -> raw.contains("${");
        case Argument.Text(_, var raw) -> raw.contains("${");
        case Argument.Word _, Argument.Items _, Argument.Broken _ -> false;
      };
    }
  }

  Place place() {
    return head.place();
  }

  Entry counted(int index) {
    var counted = arguments.stream().map(it -> it.counted(index)).toList();
    return new Entry(property, head, counted, fields, pairs, options);
  }

  /// The same with other properties in its block.
  Entry with(Fields others) {
    return new Entry(property, head, arguments, others, pairs, options);
  }

  /// The same, reached through a profile.
  Entry through(String profile) {
    var carried = new LinkedHashMap<String, Value>();
    pairs.forEach((key, value) -> carried.put(key, value.through(profile)));
    return new Entry(
        property,
        head.through(profile),
        arguments.stream().map(it -> it.through(profile)).toList(),
        fields.through(profile),
        carried,
        Option.through(options, profile));
  }

  /// This entry with a later one of the same key laid over it.
  Entry under(Entry later) {
    var mergedPairs = new LinkedHashMap<>(pairs);
    mergedPairs.putAll(later.pairs);
    var mergedOptions = new LinkedHashMap<>(options);
    mergedOptions.putAll(later.options);
    return new Entry(
        property,
        later.head,
        later.arguments,
        fields.under(later.fields),
        mergedPairs,
        mergedOptions);
  }

  /// The entries of a property that may stand more than once get keys of their own.
  String key() {
    return switch (property.repeat()) {
      case ONCE -> property.name();
      case KEYED -> property.name() + " " + arguments.getFirst().read().orElse("");
      case APPENDED -> property.name() + " @" + head.place();
    };
  }
}
