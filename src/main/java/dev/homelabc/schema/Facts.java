package dev.homelabc.schema;

import dev.homelabc.schema.Property.Platform;
import dev.homelabc.schema.Property.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the manual says about a property, in sentences.
final class Facts {
  private Facts() {}

  /// What it is, whether it must stand, what holds without it, how often it may stand, and where.
  static String about(Property property) {
    var facts = new ArrayList<>(List.of(property.doc()));
    if (property.isRequired()) {
      facts.add("Required.");
    }
    standard(property).ifPresent(it -> facts.add("Default: " + it + "."));
    // A kind stands as often as there are things of it.
    switch (Schema.KINDS.contains(property) ? Repeat.ONCE : property.repeat()) {
      case ONCE -> {}
      case KEYED ->
          facts.add(
              "Any number, one for each " + property.forms().getFirst().getFirst().name() + ".");
      case APPENDED -> facts.add("Any number.");
    }
    if (property.platform() != Platform.ANY) {
      facts.add("Only for " + property.platform().words() + ".");
    }
    return String.join(" ", facts);
  }

  private static Optional<String> standard(Property property) {
    var argument = property.standard().map(it -> "`" + it + "`");
    return property
        .otherwise()
        .map(it -> it + argument.map(last -> ", else " + last).orElse(""))
        .or(() -> argument);
  }

  /// What stands for each parameter, and in a block that has no properties.
  static List<String> parameters(Property property) {
    var parameters =
        property.forms().stream()
            .flatMap(List::stream)
            .map(it -> it.name() + (it.isMany() ? "…" : "") + ": " + type(it.type()) + ".");
    var block =
        switch (property.body()) {
          case Body.None _, Body.Properties _ -> Stream.<String>empty();
          case Body.Pairs(var key, var value) ->
              Stream.of("In the block: " + type(key) + " and " + type(value) + " on each line.");
          case Body.Settings() ->
              Stream.of("In the block: options with values, lists or blocks of options.");
        };
    return Stream.concat(parameters, block).distinct().toList();
  }

  static String type(Type<?> type) {
    var label = type.label().toString();
    return switch (type) {
      case Type.Scalar<?> scalar -> label + scalar.unit().map(it -> " in " + it).orElse("");
      // A label in backquotes is the list of the options already.
      case Type.Choice<?> choice ->
          label.startsWith("`") ? label : label + ": " + words(choice.options().keySet().stream());
      case Type.Reference _ -> label;
      case Type.Words words -> label + (words.isRaw() ? ", in which `${…}` stays as it is" : "");
    };
  }

  private static String words(Stream<String> words) {
    return words.map(it -> "`" + it + "`").collect(Collectors.joining(", "));
  }

  /// The kind whose properties another kind takes as well, requiring none of them.
  static Optional<Property> lender(Property kind) {
    var names = names(kind);
    return Schema.KINDS.stream()
        .filter(it -> !it.equals(kind) && !names.isEmpty() && names(it).equals(names))
        .filter(it -> kind.body().properties().stream().noneMatch(Property::isRequired))
        .findFirst();
  }

  private static List<String> names(Property kind) {
    return kind.body().properties().stream().map(Property::name).toList();
  }
}
