package dev.homelabc.rule.capacity;

import dev.homelabc.model.Lab;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the VMs of a lab ask for, machine by machine: hosts and projects in the order of the lab.
public record Ledger(List<HostAccount> hosts, List<ProjectAccount> projects) {
  public Ledger {
    hosts = List.copyOf(hosts);
    projects = List.copyOf(projects);
  }

  public static Ledger of(Lab lab) {
    var onHosts = grouped(lab.microVms(), vm -> vm.on().value().name(), Demand::of);
    var inProjects = grouped(lab.openShiftVms(), vm -> vm.project().value().name(), Demand::of);
    return new Ledger(
        lab.hosts().stream()
            .map(it -> new HostAccount(it, onHosts.getOrDefault(it.name(), List.of())))
            .toList(),
        lab.projects().stream()
            .map(it -> new ProjectAccount(it, inProjects.getOrDefault(it.name(), List.of())))
            .toList());
  }

  /// The same with one more demand in the place of this name.
  Ledger plus(Name on, Demand demand) {
    return new Ledger(
        hosts.stream().map(it -> it.name().equals(on) ? it.plus(demand) : it).toList(),
        projects.stream().map(it -> it.name().equals(on) ? it.plus(demand) : it).toList());
  }

  /// Only the host or project of this name; there need be none.
  public Ledger only(String name) {
    return new Ledger(named(hosts, name), named(projects, name));
  }

  /// Hosts, then projects.
  public List<Account> accounts() {
    return Stream.<Account>concat(hosts.stream(), projects.stream()).toList();
  }

  private static <A extends Account> List<A> named(List<A> accounts, String name) {
    return accounts.stream().filter(it -> it.name().text().equals(name)).toList();
  }

  private static <V> Map<Name, List<Demand>> grouped(
      List<V> vms, Function<V, Name> owner, Function<V, Demand> demand) {
    return vms.stream()
        .collect(Collectors.groupingBy(owner, Collectors.mapping(demand, Collectors.toList())));
  }
}
