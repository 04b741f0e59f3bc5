package dev.homelabc.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The properties that a block gives, by key, in the order written.
///
/// @param spoilt names of properties that are given but could not be read: nobody misses those
record Fields(Map<String, Entry> entries, Set<String> spoilt) {
  private static final List<String> COUNTED = List.of("ip", "mac", "vsock");

  static final Fields NONE = new Fields(Map.of(), Set.of());

  Optional<Entry> one(String property) {
    return Optional.ofNullable(entries.get(property));
  }

  List<Entry> all(String property) {
    var all = new ArrayList<Entry>();
    for (var entry : entries.values()) {
      if (entry.property().name().equals(property)) {
        all.add(entry);
      }
    }
    return all;
  }

  /// One of these properties and no other.
  Fields only(String property) {
    var entry = entries.get(property);
    return entry == null ? NONE : new Fields(Map.of(property, entry), Set.of());
  }

  /// The same with a property that may stand once, in place of what it was.
  Fields with(Entry entry) {
    var all = new LinkedHashMap<>(entries);
    all.put(entry.key(), entry);
    return new Fields(all, spoilt);
  }

  /// The same without a property, which nobody misses either.
  Fields without(String property) {
    var others = new LinkedHashMap<>(entries);
    others.remove(property);
    var unread = new HashSet<>(spoilt);
    unread.add(property);
    return new Fields(others, unread);
  }

  /// The same for a replica: literal addresses count up by its index.
  Fields counted(int index) {
    if (index == 0) {
      return this;
    }
    var counted = new LinkedHashMap<>(entries);
    for (var name : COUNTED) {
      counted.computeIfPresent(name, (_, entry) -> entry.counted(index));
    }
    all("interface").forEach(it -> counted.put(it.key(), it.with(it.fields().counted(index))));
    return new Fields(counted, spoilt);
  }

  Fields through(String profile) {
    var carried = new LinkedHashMap<String, Entry>();
    entries.forEach((key, entry) -> carried.put(key, entry.through(profile)));
    return new Fields(carried, spoilt);
  }

  /// These properties with later ones laid over them: values are replaced, keyed blocks merge.
  Fields under(Fields later) {
    if (entries.isEmpty() && spoilt.isEmpty()) {
      return later;
    }
    var merged = new LinkedHashMap<>(entries);
    later.entries.forEach((key, entry) -> merged.merge(key, entry, Entry::under));
    var all = new HashSet<>(spoilt);
    all.addAll(later.spoilt);
    return new Fields(merged, all);
  }
}
