package dev.homelabc.rule.capacity;

import dev.homelabc.value.Name;
import java.util.List;
import java.util.stream.Stream;

/// What the VMs in one place ask for.
public sealed interface Account permits HostAccount, ProjectAccount {
  /// The name of the place, as `on` takes it.
  Name name();

  List<Demand> demands();

  default long used(Resource resource) {
    return demands().stream().mapToLong(it -> it.amount(resource)).sum();
  }

  /// Whether some of its VMs are only supposed.
  default boolean isSupposed() {
    return demands().stream().anyMatch(Demand::isSupposed);
  }

  static List<Demand> with(List<Demand> demands, Demand last) {
    return Stream.concat(demands.stream(), Stream.of(last)).toList();
  }
}
