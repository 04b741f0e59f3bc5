package dev.homelabc.adopt;

import dev.homelabc.model.YamlNode;
import dev.homelabc.model.YamlNode.Mapping;
import dev.homelabc.model.YamlNode.Member;
import dev.homelabc.model.YamlNode.Scalar;
import dev.homelabc.model.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes in what the merge keys of YAML 1.1 (`<<: *base`) refer to: keys that a mapping has itself
/// win, then those of the first mapping that is merged. Source: yaml.org/type/merge.html.
final class Merge {
  private Merge() {}

  static Mapping in(Mapping mapping) {
    var own = mapping.members().stream().filter(it -> merged(it).isEmpty()).toList();
    var members =
        new ArrayList<>(own.stream().map(it -> new Member(it.key(), in(it.value()))).toList());
    var taken =
        own.stream().map(it -> it.key().value()).collect(Collectors.toCollection(HashSet::new));
    for (var member : mapping.members()) {
      for (var other : merged(member).orElse(List.of())) {
        in(other).members().stream()
            .filter(it -> taken.add(it.key().value()))
            .forEach(members::add);
      }
    }
    return new Mapping(mapping.span(), members);
  }

  private static YamlNode in(YamlNode node) {
    return switch (node) {
      case Mapping mapping -> in(mapping);
      case Sequence(var span, var items) ->
          new Sequence(span, items.stream().map(Merge::in).toList());
      case Scalar scalar -> scalar;
    };
  }

  /// The mappings that a member merges, if it is there for that.
  private static Optional<List<Mapping>> merged(Member member) {
    if (!member.key().isPlain() || !member.key().value().equals("<<")) {
      return Optional.empty();
    }
    var values = member.value() instanceof Sequence(_, var items) ? items : List.of(member.value());
    var mappings =
        values.stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).toList();
    return mappings.size() == values.size() ? Optional.of(mappings) : Optional.empty();
  }
}
