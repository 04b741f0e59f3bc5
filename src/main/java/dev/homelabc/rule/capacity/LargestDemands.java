package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Origin;
import dev.homelabc.rule.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Names in a finding who asks for the most. VMs that ask in the same words, those of a profile or
/// of a VM with replicas, are named together.
record LargestDemands(Resource resource, List<Demand> demands) {
  /// More places than this say no more about what to change.
  private static final int NAMED = 5;

  /// The VMs whose demand stands in one place.
  private record Group(Origin origin, List<Demand> demands, long amount) {}

  /// The finding with a label for each of the largest demands, and the rest of them by number.
  Diagnostic in(Diagnostic finding) {
    var groups = groups();
    var labelled = finding;
    for (var group : groups.stream().limit(NAMED).toList()) {
      labelled = labelled.also(group.origin.place(), words(group));
    }
    var rest = groups.stream().skip(NAMED).flatMap(it -> it.demands.stream()).toList();
    if (rest.isEmpty()) {
      return labelled;
    }
    var amount = resource.text(rest.stream().mapToLong(it -> it.amount(resource)).sum());
    return labelled.help(
        rest.size() == 1
            ? Message.of("not shown: 1 VM that asks for {0}", amount)
            : Message.of("not shown: {0} VMs that ask for {1} together", rest.size(), amount));
  }

  private List<Group> groups() {
    var byOrigin = new LinkedHashMap<Origin, List<Demand>>();
    for (var demand : demands) {
      if (demand.amount(resource) > 0) {
        byOrigin.computeIfAbsent(demand.origin(resource), _ -> new ArrayList<>()).add(demand);
      }
    }
    var groups = new ArrayList<Group>();
    byOrigin.forEach((origin, those) ->
        groups.add(
            new Group(origin, those, those.stream().mapToLong(it -> it.amount(resource)).sum())));
    groups.sort(
        Comparator.comparingLong((Group it) -> -it.amount).thenComparing(it -> it.origin.place()));
    return groups;
  }

  private Message words(Group group) {
    var first = group.demands.getFirst().name();
    var amount = resource.text(group.amount);
    var how = Use.how(group.origin);
    int more = group.demands.size() - 1;
    return more == 0
        ? Message.of("`{0}` asks for {1}{2}", first, amount, how)
        : Message.of("`{0}` and {1} more ask for {2} together{3}", first, more, amount, how);
  }
}
