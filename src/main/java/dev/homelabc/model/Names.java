package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What references may resolve to: the things of one kind by name.
///
/// @param what plural of the kind, for advice
/// @param declared every declared name, of things that could not be bound too: those were reported
record Names<T>(
    Message what, Map<String, T> things, Set<String> declared, Consumer<Diagnostic> report) {

  static <T> Names<T> of(
      Message what, Collection<T> things, Set<String> declared, Consumer<Diagnostic> report) {
    var byName = new LinkedHashMap<String, T>();
    things.forEach(it -> byName.put(it.toString(), it));
    return new Names<>(what, byName, declared, report);
  }

  Optional<Sourced<T>> resolve(Sourced<String> name) {
    var thing = Optional.ofNullable(things.get(name.value()));
    if (thing.isEmpty() && !declared.contains(name.value())) {
      unknown(name);
    }
    return thing.map(it -> new Sourced<>(it, name.origin()));
  }

  List<Sourced<T>> resolve(List<Sourced<String>> names) {
    var resolved = new ArrayList<Sourced<T>>();
    names.forEach(it -> resolve(it).ifPresent(resolved::add));
    return resolved;
  }

  void unknown(Sourced<String> name) {
    Place place = name.place();
    var all = declared.isEmpty() ? things.keySet() : declared;
    var finding =
        Diagnostic.at(
            place,
            ModelCodes.UNKNOWN_NAME,
            Message.of("`{0}` is not among the {1}", name.value(), what),
            Message.of("not declared"));
    var byId = byId(name.value());
    report.accept(
        byId.isPresent()
            ? finding
                .help(Message.of("write `{0}`, the name of the VLAN with this id", byId.get()))
                .fix(byId.get().toString())
            : Suggestion.of(name.value(), all, what).on(finding));
  }

  /// The VLAN of an id: a VLAN is meant by its number as often as by its name.
  private Optional<T> byId(String id) {
    return things.values().stream()
        .filter(it -> it instanceof Vlan vlan && vlan.id().value().toString().equals(id))
        .findFirst();
  }
}
