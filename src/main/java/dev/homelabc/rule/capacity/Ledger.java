package dev.homelabc.rule.capacity;

import dev.homelabc.model.Lab;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  private static <V> Map<Name, List<Demand>> grouped(
      List<V> vms, Function<V, Name> owner, Function<V, Demand> demand) {
    return vms.stream()
        .collect(Collectors.groupingBy(owner, Collectors.mapping(demand, Collectors.toList())));
  }
}
