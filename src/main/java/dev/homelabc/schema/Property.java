package dev.homelabc.schema;

import dev.homelabc.diagnostic.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A statement that the language knows: its keyword, arguments, block, and how often it may stand.
///
/// @param doc one line for the reference manual
/// @param forms the rows of arguments that it takes, told apart by their number
/// @param standard the argument that holds where none is given, as it would be written
/// @param otherwise in words, what holds where none is given; before the standard one, if there is
///   one
public record Property(
    String name,
    String doc,
    List<List<Parameter>> forms,
    Body body,
    Repeat repeat,
    Platform platform,
    boolean isRequired,
    Optional<String> standard,
    Optional<String> otherwise) {

  /// How often a property may stand in one block, and what a later layer does to an earlier one.
  public enum Repeat {
    /// Once; a later layer replaces it.
    ONCE,
    /// Once for each first argument; a later layer merges into the one with the same key.
    KEYED,
    /// Any number; a later layer adds to them.
    APPENDED
  }

  /// Which VMs a property is for.
  public enum Platform {
    ANY,
    MICROVM,
    OPENSHIFT;

    /// The VMs, as a sentence goes on after "for".
    public Message words() {
      return switch (this) {
        case ANY -> Message.of("every platform");
        case MICROVM -> Message.of("microVMs on a NixOS host");
        case OPENSHIFT -> Message.of("VMs of an OpenShift project");
      };
    }

    @Override
    public String toString() {
      return words().toString();
    }
  }

  public Property {
    forms = List.copyOf(forms);
  }

  Property required() {
    return required(true);
  }

  /// The same where others require it: in a profile.
  Property optional() {
    return required(false);
  }

  private Property required(boolean must) {
    return new Property(name, doc, forms, body, repeat, platform, must, standard, otherwise);
  }

  Property keyed() {
    return repeated(Repeat.KEYED);
  }

  Property appended() {
    return repeated(Repeat.APPENDED);
  }

  private Property repeated(Repeat often) {
    return new Property(name, doc, forms, body, often, platform, isRequired, standard, otherwise);
  }

  Property on(Platform only) {
    return new Property(name, doc, forms, body, repeat, only, isRequired, standard, otherwise);
  }

  Property standard(String argument) {
    var its = Optional.of(argument);
    return new Property(name, doc, forms, body, repeat, platform, isRequired, its, otherwise);
  }

  /// @param words what holds where it is not given, as a sentence goes on after "Default:"
  Property otherwise(String words) {
    var its = Optional.of(words);
    return new Property(name, doc, forms, body, repeat, platform, isRequired, standard, its);
  }

  /// The property of this name in the block; there must be one.
  public Property child(String child) {
    return named(child, body.properties())
        .orElseThrow(() -> new IllegalArgumentException(name + " has no property " + child));
  }

  /// The property of a name among some; asked of every statement.
  public static Optional<Property> named(String name, List<Property> properties) {
    for (var property : properties) {
      if (property.name.equals(name)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }

  /// How it is written, with the parameters' names: `port NAME PORT`.
  public String usage() {
    var usage = new StringBuilder();
    for (var form : forms) {
      usage.append(usage.isEmpty() ? "" : " or ").append(name);
      form.forEach(it -> usage.append(' ').append(it.name()).append(it.isMany() ? "…" : ""));
    }
    return usage.append(body instanceof Body.None ? "" : " { … }").toString();
  }

  /// A line that satisfies it, for help texts.
  public String example() {
    return head() + (body instanceof Body.None ? "" : " { … }");
  }

  /// The same with a block that may stand so: what it must have, else the first that it can have.
  public String sample() {
    var inside =
        switch (body) {
          case Body.None() -> "";
          case Body.Pairs(var key, var value) ->
              " { " + key.example() + " " + value.example() + " }";
          case Body.Settings() -> " { enable true }";
          case Body.Properties(var properties) -> {
            // What only some platform needs may not stand on another.
            var needed =
                properties.stream()
                    .filter(it -> it.isRequired && it.platform != Platform.OPENSHIFT);
            var lines = needed.map(Property::sample).collect(Collectors.joining("; "));
            yield " { " + (lines.isEmpty() ? properties.getFirst().sample() : lines) + " }";
          }
        };
    return head() + inside;
  }

  private String head() {
    var head = new StringBuilder(name);
    forms.getFirst().forEach(it -> head.append(' ').append(it.type().example()));
    return head.toString();
  }
}
