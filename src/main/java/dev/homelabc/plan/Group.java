package dev.homelabc.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Entries of which the same can be said but for their names.
///
/// @param members one or more
record Group(List<Entry> members) {
  Group {
    members = List.copyOf(members);
  }

  static List<Group> of(List<Entry> entries) {
    var groups = new LinkedHashMap<Entry.Likeness, List<Entry>>();
    entries.forEach(it -> groups.computeIfAbsent(it.likeness(), _ -> new ArrayList<>()).add(it));
    return groups.values().stream().map(Group::new).toList();
  }

  Entry first() {
    return members.getFirst();
  }

  boolean isOne() {
    return members.size() == 1;
  }

  List<String> names() {
    return members.stream().map(it -> it.subject().name()).toList();
  }

  /// The changes as they are for all of it.
  List<Change> changes() {
    var first = first();
    return isOne()
        ? first.changes()
        : first.changes().stream().map(it -> it.general(first.subject().name())).toList();
  }

  List<dev.homelabc.diagnostic.Message> steps() {
    var first = first();
    return isOne()
        ? first.steps()
        : first.steps().stream()
            .map(it -> it.replacing(first.subject().name(), Entry.ANY))
            .toList();
  }
}
