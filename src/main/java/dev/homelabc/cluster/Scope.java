package dev.homelabc.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What part of a project is meant.
///
/// @param group all replicas of one VM of the lab; empty is the whole project
/// @param instances these of the replicas only; empty is all of them
public record Scope(
    String project, String namespace, Optional<String> group, Optional<Set<String>> instances) {

  /// Labels that all of its VMs have, and perhaps others.
  Map<String, String> labels() {
    var labels = new HashMap<>(Labels.of(project));
    group.ifPresent(it -> labels.put(Labels.GROUP, it));
    return labels;
  }

  /// Whether an object with the labels of the scope belongs to one of its VMs, or to all.
  boolean includes(Item item) {
    return instances.isEmpty()
        || item.label(Labels.INSTANCE).filter(instances.get()::contains).isPresent();
  }

  boolean isWholeProject() {
    return group.isEmpty();
  }

  boolean isWholeGroup() {
    return instances.isEmpty();
  }
}
