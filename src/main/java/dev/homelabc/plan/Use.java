package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who depends on something, by what the lab says.
///
/// @param kind how
/// @param on what the dependence is about where that is not the subject itself: a cluster
/// @param users who; none where the sentence says it all
public record Use(Kind kind, String on, SortedSet<String> users) {
  public Use {
    users = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(users));
  }

  static Use of(Kind kind, SortedSet<String> users) {
    return new Use(kind, "", users);
  }

  /// How somebody depends on something.
  public enum Kind {
    /// VMs that a host runs.
    RUNS,
    /// VMs whose way out leads through it.
    GATEWAY,
    /// VMs whose names it resolves.
    DNS,
    /// Machines that take the time from it.
    TIME,
    /// A cluster whose only control plane it is, or of whose control plane too few nodes stay up.
    API,
    /// A cluster of whose control plane enough nodes stay up.
    SPARE,
    /// A cluster whose worker it is.
    WORKER,
    /// Workloads whose selector fits no other node.
    ONLY_NODE,
    /// What gets its image from it.
    IMAGES,
    /// What names it in its settings.
    NAMED;

    /// Its name in JSON: `only-node`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A sentence.
  ///
  /// @param who the users as they are to be shown
  public Message words(Object who) {
    return switch (kind) {
      case RUNS -> Message.of("run on it: {0}", who);
      case GATEWAY -> Message.of("reach other networks through it: {0}", who);
      case DNS -> Message.of("resolve names through it: {0}", who);
      case TIME -> Message.of("take the time from it: {0}", who);
      case API -> Message.of("the API of cluster {0} is away: nothing is scheduled", on);
      case SPARE -> Message.of("cluster {0} goes on with the rest of its control plane", on);
      case WORKER -> Message.of("cluster {0} moves its pods to other nodes or waits for it", on);
      case ONLY_NODE -> Message.of("can run nowhere else: {0}", who);
      case IMAGES -> Message.of("pull from it: {0}", who);
      case NAMED -> Message.of("name it in their settings: {0}", who);
    };
  }

  /// The sentences of several uses in the order of their kinds.
  static List<Use> sorted(List<Use> uses) {
    return uses.stream()
        .sorted(java.util.Comparator.comparing(Use::kind).thenComparing(Use::on))
        .toList();
  }
}
