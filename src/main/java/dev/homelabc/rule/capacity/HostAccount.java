package dev.homelabc.rule.capacity;

import dev.homelabc.model.Host;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.OptionalLong;

/// What a host has and what its VMs ask of it. All amounts are in the unit of their [Resource].
///
/// @param demands of its VMs, sorted by name
public record HostAccount(Host host, List<Demand> demands) implements Account {
  /// Virtual CPUs for each logical processor, above which VMs wait for one another.
  public static final int CROWDED = 4;

  public HostAccount {
    demands = List.copyOf(demands);
  }

  @Override
  public Name name() {
    return host.name();
  }

  /// The same with one more demand.
  HostAccount plus(Demand demand) {
    return new HostAccount(host, Account.with(demands, demand));
  }

  /// Empty where the host does not state it.
  public OptionalLong total(Resource resource) {
    return switch (resource) {
      case MEMORY ->
          host.memory().map(it -> OptionalLong.of(it.value().mib())).orElse(OptionalLong.empty());
      case CPU -> host.cpus().map(it -> OptionalLong.of(it.value())).orElse(OptionalLong.empty());
      case DISK ->
          host.disk().map(it -> OptionalLong.of(it.value().mib())).orElse(OptionalLong.empty());
    };
  }

  /// What the host keeps for itself.
  public long reserved(Resource resource) {
    return resource == Resource.MEMORY ? host.reserve().value().mib() : 0;
  }

  /// What is left; below zero, how much is missing. Empty where the host does not state its total.
  public OptionalLong free(Resource resource) {
    var total = total(resource);
    return total.isPresent()
        ? OptionalLong.of(total.getAsLong() - reserved(resource) - used(resource))
        : total;
  }

  /// The VMs with more virtual CPUs than the host has logical processors.
  public List<Demand> wide() {
    return demands.stream()
        .filter(it -> host.cpus().isPresent() && it.vcpu().value() > host.cpus().get().value())
        .toList();
  }

  /// Whether its VMs have more than [#CROWDED] virtual CPUs for each logical processor.
  public boolean isCrowded() {
    var cpus = host.cpus();
    return cpus.isPresent() && used(Resource.CPU) > (long) CROWDED * cpus.get().value();
  }

  /// Whether it lacks memory only as long as no VM gives any back: those without a balloon fit.
  public boolean isShared() {
    long kept =
        demands.stream()
            .filter(it -> !it.isElastic())
            .mapToLong(it -> it.amount(Resource.MEMORY))
            .sum();
    return isOverdrawn(Resource.MEMORY)
        && kept + reserved(Resource.MEMORY) <= total(Resource.MEMORY).orElseThrow();
  }

  /// Whether its VMs and what it keeps for itself want more of something than it has. One without
  /// VMs asks for nothing.
  public boolean isOverdrawn(Resource resource) {
    return used(resource) > 0 && free(resource).orElse(0) < 0;
  }
}
