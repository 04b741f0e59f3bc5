package dev.homelabc.emit;

import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A Nix expression that states a value.
///
/// A template prints one with `[=x]`, in the layout of nixfmt (RFC 166) for that place.
public sealed interface Nix {
  /// A string, whatever is in it; Nix strings cannot hold NUL.
  record Text(String value) implements Nix {}

  record Whole(long value) implements Nix {}

  record Flag(boolean value) implements Nix {}

  record Null() implements Nix {}

  record ListOf(List<Nix> values) implements Nix {
    public ListOf {
      values = List.copyOf(values);
    }
  }

  /// An attribute set, in the order given. Names are single attributes: a dot in one does not nest.
  record Attributes(Map<String, Nix> values) implements Nix {
    public Attributes {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// A path literal relative to the file that states it, such as `./network.nix`.
  record Path(String text) implements Nix {
    private static final Pattern FORM = Pattern.compile("\\.{1,2}(/[A-Za-z0-9._+-]+)+");

    public Path {
      if (!FORM.matcher(text).matches()) {
        throw new IllegalArgumentException("path " + text);
      }
    }
  }

  /// Code of the user's, word for word, in parentheses.
  record Code(String text) implements Nix {}

  /// A value and where it comes from.
  record From(Origin origin, Nix value) implements Nix {}

  /// A string of the lab's.
  static Nix text(Sourced<?> value) {
    return new From(
        value.origin(),
        value.value() instanceof Sourced<?> inner
            ? text(inner)
            : new Text(value.value().toString()));
  }

  /// A number of the lab's.
  static Nix whole(Sourced<?> value) {
    return new From(
        value.origin(),
        value.value() instanceof Sourced<?> inner
            ? whole(inner)
            : new Whole(((Number) value.value()).longValue()));
  }

  /// A switch of the lab's.
  static Nix flag(Sourced<Boolean> value) {
    return new From(value.origin(), new Flag(value.value()));
  }

  /// The value itself, wherever it comes from.
  default Nix plain() {
    return this instanceof From(_, var value) ? value.plain() : this;
  }

  /// A set with one attribute.
  static Attributes set(String name, Nix value) {
    return new Attributes(Map.of(name, value));
  }

  /// A list of strings, some of which may be the lab's.
  static ListOf texts(List<?> values) {
    return new ListOf(
        values.stream()
            .map(value ->
                value instanceof Sourced<?> sourced ? text(sourced) : new Text(value.toString()))
            .toList());
  }

  /// A list of the lab's whole numbers.
  static ListOf wholes(List<Sourced<Integer>> values) {
    return new ListOf(values.stream().map(Nix::whole).toList());
  }
}
