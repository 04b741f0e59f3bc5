package dev.homelabc.schema;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The type of an argument: how a text is read, and what the answer is called.
///
/// The label completes "expected …", the example is a text that the type takes.
public sealed interface Type<T> {
  Message label();

  String example();

  Class<T> values();

  /// A value of the domain, read from a word or a string.
  ///
  /// @param unit what it counts, or the units that it is written with
  record Scalar<T>(
      Message label,
      String example,
      Class<T> values,
      Optional<String> unit,
      Function<String, Reading<T>> reader)
      implements Type<T> {
    Scalar(Message label, String example, Class<T> values, Function<String, Reading<T>> reader) {
      this(label, example, values, Optional.empty(), reader);
    }

    Scalar<T> in(String its) {
      return new Scalar<>(label, example, values, Optional.of(its), reader);
    }

    Scalar<T> like(String other) {
      return new Scalar<>(label, other, values, unit, reader);
    }
  }

  /// One of a few words.
  record Choice<T>(Message label, Class<T> values, Map<String, T> options) implements Type<T> {
    @Override
    public String example() {
      return options.keySet().iterator().next();
    }
  }

  /// The name of something declared elsewhere in the lab.
  ///
  /// @param kinds the keywords that declare it
  record Reference(Message label, String example, List<String> kinds) implements Type<String> {
    @Override
    public Class<String> values() {
      return String.class;
    }
  }

  /// Any text: a word, a string, or a text over several lines.
  ///
  /// @param isRaw whether `${…}` in it belongs to another language and stays as it is
  record Words(Message label, String example, boolean isRaw) implements Type<String> {
    @Override
    public Class<String> values() {
      return String.class;
    }

    Words like(String other) {
      return new Words(label, other, isRaw);
    }
  }
}
