package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.YamlNode;
import dev.homelabc.model.YamlNode.Mapping;
import dev.homelabc.model.YamlNode.Member;
import dev.homelabc.model.YamlNode.Scalar;
import dev.homelabc.source.Place;
import dev.homelabc.value.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The fields of a mapping, read by name and kind. What is not known, given twice or of another
/// kind is reported where it stands. A field without a value is one that is not given.
final class Fields {
  private final YamlFile file;
  private final Message owner;
  private final Place place;
  private final Slips slips;
  private final Map<String, Member> members = new LinkedHashMap<>();

  /// The fields of a whole file.
  ///
  /// @param owner what has them, such as "a spec"
  Fields(YamlFile file, Message owner, List<String> known, Consumer<Diagnostic> report) {
    this(new Slips(file, report), file.root(), first(file), owner, known);
  }

  private Fields(Slips slips, Mapping mapping, Place place, Message owner, List<String> known) {
    this.file = slips.file();
    this.owner = owner;
    this.place = place;
    this.slips = slips;
    for (var member : distinct(mapping)) {
      var name = member.key().value();
      if (!known.contains(name)) {
        slips.unknown(member.key(), owner, known);
      } else if (!(member.value() instanceof Scalar scalar && scalar.isNull())) {
        members.put(name, member);
      }
    }
  }

  private static Place first(YamlFile file) {
    var keys = file.root().members();
    return file.at(keys.isEmpty() ? file.root().span() : keys.getFirst().key().span());
  }

  /// The members of a mapping without those whose key was there before.
  private List<Member> distinct(Mapping mapping) {
    var seen = new LinkedHashMap<String, Member>();
    for (var member : mapping.members()) {
      var first = seen.putIfAbsent(member.key().value(), member);
      if (first != null) {
        slips.twice(member.key(), first.key());
      }
    }
    return List.copyOf(seen.values());
  }

  Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /// A field that has to be there. If it is not, that is reported; one of another kind has been
  /// already. Then another value stands in for it, so that the rest can be looked at.
  <T> Given<T> required(String name, String example, Optional<Given<T>> value, T standIn) {
    if (!has(name)) {
      slips.missing(place, owner, name, example);
    }
    return value.orElse(new Given<>(standIn, place, place));
  }

  Optional<Given<String>> text(String name) {
    return member(name).flatMap(it -> text(it.key(), it.value(), Message.of("`{0}`", name)));
  }

  /// A text of several lines, with the form in which it stands.
  Optional<Given<Scalar>> script(String name) {
    var member = member(name);
    if (member.isPresent() && member.get().value() instanceof Mapping) {
      slips.notAText(member.get().key());
      return Optional.empty();
    }
    return member.flatMap(it -> text(name).map(text -> text.with((Scalar) it.value())));
  }

  /// The texts of a list.
  List<Given<String>> texts(String name) {
    return member(name).stream()
        .flatMap(it ->
            switch (it.value()) {
              case YamlNode.Sequence(_, var items) ->
                  items.stream()
                      .flatMap(item ->
                          text(it.key(), item, Message.of("an item of `{0}`", name)).stream());
              case Mapping _, Scalar _ -> {
                slips.misfit(it, Message.of("a list"));
                yield Stream.empty();
              }
            })
        .toList();
  }

  /// A text alone, or the texts of a list.
  List<Given<String>> oneOrMore(String name) {
    return member(name).filter(it -> it.value() instanceof Scalar).isPresent()
        ? text(name).stream().toList()
        : texts(name);
  }

  /// The texts of a mapping by their keys.
  List<Map.Entry<Given<String>, Given<String>>> pairs(String name) {
    return mapping(name).stream()
        .flatMap(mapping -> distinct(mapping).stream())
        .flatMap(it ->
            text(it.key(), it.value(), Message.of("`{0}`", it.key().value())).stream()
                .map(value -> Map.entry(given(it.key(), it.key(), it.key().value()), value)))
        .toList();
  }

  Optional<Given<Quantity>> quantity(String name) {
    return text(name)
        .flatMap(text ->
            switch (Quantity.read(text.value())) {
              case Reading.Good<Quantity>(var quantity) -> {
                if (!quantity.isExact()) {
                  slips.rounded(text, quantity);
                }
                yield Optional.of(text.with(quantity));
              }
              case Reading.Bad<Quantity> bad -> {
                slips.badSize(text, bad);
                yield Optional.empty();
              }
            });
  }

  Optional<Mapping> mapping(String name) {
    return member(name)
        .flatMap(it -> {
          if (it.value() instanceof Mapping mapping) {
            return Optional.of(mapping);
          }
          slips.misfit(it, Message.of("a mapping"));
          return Optional.<Mapping>empty();
        });
  }

  /// The fields of a mapping below.
  Optional<Fields> fields(String name, List<String> known) {
    return mapping(name)
        .map(it -> new Fields(slips, it, key(name), Message.of("`{0}`", name), known));
  }

  /// The mappings below by their names, each with its fields.
  List<Map.Entry<Given<String>, Fields>> groups(
      String name, Function<String, Message> owner, List<String> known) {
    var groups = new ArrayList<Map.Entry<Given<String>, Fields>>();
    for (var member : mapping(name).map(this::distinct).orElse(List.of())) {
      var key = given(member.key(), member.key(), member.key().value());
      var its = owner.apply(key.value());
      if (member.value() instanceof Mapping mapping) {
        groups.add(Map.entry(key, new Fields(slips, mapping, key.place(), its, known)));
      } else {
        slips.misfit(member, Message.of("a mapping"));
        // It keeps its name for those who refer to it.
        var silent = new Slips(file, _ -> {});
        var none = new Mapping(member.value().span(), List.of());
        groups.add(Map.entry(key, new Fields(silent, none, key.place(), its, known)));
      }
    }
    return groups;
  }

  /// Reports what has no effect as long as something else is not there.
  void idle(String name, Message without) {
    member(name).ifPresent(it -> slips.idle(it.key(), without));
  }

  /// Where the key of a field stands that is there.
  Place key(String name) {
    return file.at(member(name).orElseThrow().key().span());
  }

  private Optional<Given<String>> text(Scalar key, YamlNode value, Message what) {
    if (!(value instanceof Scalar scalar) || scalar.isNull()) {
      slips.misfit(value instanceof Scalar ? value : key, what, Message.of("a text or a number"));
      return Optional.empty();
    }
    return slips.isText(scalar, what)
        ? Optional.of(given(key, scalar, scalar.value()))
        : Optional.empty();
  }

  private Given<String> given(Scalar key, Scalar at, String value) {
    return new Given<>(value, file.at(key.span()), file.at(at.span()));
  }
}
