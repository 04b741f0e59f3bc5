package dev.homelabc.model;

import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;

/// A YAML value inside of a text, and which stretch of the text it is: in UTF-16 code units, where
/// quotes and escapes of the lab's own are resolved and the margin is gone.
public sealed interface YamlNode {
  Span span();

  /// A value that is no collection.
  ///
  /// @param isPlain whether it stands without quotes, so that it may be a number, a switch or null
  record Scalar(Span span, String value, boolean isPlain) implements YamlNode {
    public boolean isNull() {
      return isPlain && (value.isEmpty() || value.equals("~") || value.equals("null"));
    }
  }

  record Sequence(Span span, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Mapping(Span span, List<Member> members) implements YamlNode {
    public Mapping {
      members = List.copyOf(members);
    }

    public Optional<Member> member(String key) {
      return members.stream().filter(it -> it.key.value.equals(key)).findFirst();
    }

    /// The string under a key.
    public Optional<Scalar> scalar(String key) {
      return member(key)
          .map(Member::value)
          .flatMap(it -> it instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty());
    }
  }

  /// A key of a mapping with its value.
  record Member(Scalar key, YamlNode value) {}
}
