package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What becomes of one subject.
///
/// @param base the name under which it is declared: replicas share one
/// @param where what carries it: the host or project of a VM, the cluster of a deployment
/// @param changes what is not as it was; of a new subject, all that it says
/// @param ownCost of coming or going, beside what the changes cost
/// @param loses whether going loses data
/// @param steps what to know or to do, beside the notes of the changes
/// @param left what a subject that went leaves where it was
/// @param users who depends on it, where it is away for a while or for good
public record Entry(
    Subject subject,
    State state,
    String base,
    Optional<String> where,
    List<Change> changes,
    Cost ownCost,
    boolean loses,
    List<Message> steps,
    List<String> left,
    List<Use> users) {
  /// Stands for the name of each of several subjects.
  static final String ANY = "NAME";

  public Entry {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    left = List.copyOf(left);
    users = List.copyOf(users);
  }

  /// What it costs, the least first; without those that cost nothing, unless nothing else does.
  public SortedSet<Cost> costs() {
    var costs = new TreeSet<>(Set.of(ownCost));
    changes.forEach(it -> costs.add(it.cost()));
    if (costs.size() > 1) {
      costs.remove(Cost.NOTHING);
    }
    // The larger one does what the smaller one would.
    if (costs.contains(Cost.NETWORK_RESTART)) {
      costs.remove(Cost.NETWORK_RELOAD);
    }
    if (costs.contains(Cost.STOP)) {
      costs.remove(Cost.RESTART);
    }
    return costs;
  }

  /// The most that it costs.
  public Cost cost() {
    return costs().last();
  }

  public boolean isDestructive() {
    return loses || changes.stream().anyMatch(Change::loses);
  }

  /// Whether it is away for a while, or does not come back.
  boolean isAway() {
    return switch (state) {
      case ADDED -> false;
      case REMOVED -> true;
      case CHANGED -> changes.stream().anyMatch(Change::takesAway);
    };
  }

  /// The same with these users.
  Entry with(List<Use> others) {
    return new Entry(subject, state, base, where, changes, ownCost, loses, steps, left, others);
  }

  /// What tells it from entries of which the same can be said but for the name.
  record Likeness(
      Subject.Kind kind,
      State state,
      Optional<String> where,
      List<?> changes,
      Cost ownCost,
      boolean loses,
      List<Message> steps,
      String base) {}

  /// Replicas that come or go do so together, though each has an address of its own.
  Likeness likeness() {
    var name = subject.name();
    return new Likeness(
        subject.kind(),
        state,
        where,
        state == State.CHANGED ? changes.stream().map(it -> it.general(name)).toList() : List.of(),
        ownCost,
        loses,
        steps.stream().map(it -> it.replacing(name, ANY)).toList(),
        state == State.CHANGED ? "" : base);
  }

  static final Comparator<Entry> ORDER = Comparator.comparing(Entry::subject);
}
