package dev.homelabc.model;

import dev.homelabc.syntax.Argument;
import dev.homelabc.value.Auto;
import dev.homelabc.value.AutoValue;
import dev.homelabc.value.GuestIp;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The one place where `auto` gets its value: before anything reads it, so that texts, `show`, laws
/// and files see a plain value as if it had been written.
final class Assigned {
  private final Assignments assignments;
  private final Map<Slot, Origin> waiting = new HashMap<>();
  private final Set<Slot> noted = new HashSet<>();
  private final List<Request> requests = new ArrayList<>();
  private final Set<AutoValue> stated = new HashSet<>();

  Assigned(Assignments assignments) {
    this.assignments = assignments;
  }

  Census census() {
    return new Census(requests, stated);
  }

  /// A VM with its values in place of `auto`. What has none yet is left out, and nobody misses it.
  Values to(Name vm, Values values) {
    var own = to(vm, Optional.empty(), NicBinder.autos(values), values);
    for (var block : values.fields().all("interface")) {
      var name = values.argument(block, 0, Name.class).map(Sourced::value);
      if (name.isPresent()) {
        var nic = values.in(block);
        own = own.with(block.with(to(vm, name, NicBinder.autos(nic), nic).fields()));
      }
    }
    return own;
  }

  private Values to(Name vm, Optional<Name> nic, Set<AutoProperty> properties, Values values) {
    var result = values;
    for (var property : properties) {
      var asked = asked(values, property);
      if (asked.isEmpty()) {
        continue;
      }
      var slot = new Slot(vm, nic, property);
      var value = assignments.of(slot);
      if (value.isPresent()) {
        result = result.with(entry(values, property, value.get()));
      } else {
        waiting.put(slot, asked.get());
        // Texts may name it; what they say then is never seen.
        result = result.without(property.keyword()).with(property.keyword(), Auto.WORD);
      }
    }
    return result;
  }

  /// Whether the lab leaves a property to `auto`.
  boolean isAuto(Slot slot) {
    return waiting.containsKey(slot) || assignments.of(slot).isPresent();
  }

  /// Where a VM leaves a property to `auto`, in so many words or because that is its standard.
  private static Optional<Origin> asked(Values vm, AutoProperty property) {
    var name = property.keyword();
    var entry = vm.fields().one(name);
    if (entry.isPresent()) {
      var argument = entry.get().arguments().getFirst();
      return argument.read().filter(Auto.class::isInstance).map(_ -> argument.origin());
    }
    boolean isStandard = vm.property().child(name).standard().filter(Auto.WORD::equals).isPresent();
    return isStandard && !vm.fields().spoilt().contains(name)
        ? Optional.of(Origin.written(vm.place()).asDefault())
        : Optional.empty();
  }

  private static Entry entry(Values vm, AutoProperty property, Sourced<AutoValue> value) {
    var statement = vm.property().child(property.keyword());
    var origin = value.origin();
    var argument =
        new Entry.Value(
            new Argument.Word(origin.place().span(), value.toString()),
            origin,
            statement.forms().getFirst().getFirst().type(),
            Optional.of(value.value()));
    return new Entry(statement, origin, List.of(argument), Fields.NONE, Map.of(), Map.of());
  }

  /// Notes a value that a VM has.
  void state(Sourced<?> value) {
    if (value.value() instanceof AutoValue it) {
      stated.add(it);
    }
  }

  /// Notes what a VM waits for, once its VLAN is known.
  ///
  /// @param nic the further network interface that waits
  /// @param ip what the network interface has, if it has something
  void ask(Name vm, Optional<Name> nic, Vlan vlan, Optional<Sourced<GuestIp>> ip) {
    var stated =
        ip.map(Sourced::value)
            .flatMap(it -> it instanceof Ipv4 v4 ? Optional.of(v4) : Optional.<Ipv4>empty());
    for (var property : AutoProperty.values()) {
      // A CID is the VM's, and follows the first of its interfaces.
      var slot = new Slot(vm, property == AutoProperty.VSOCK ? Optional.empty() : nic, property);
      var origin = waiting.get(slot);
      if (origin != null && noted.add(slot)) {
        requests.add(new Request(slot, origin, nic, vlan, stated));
      }
    }
  }
}
