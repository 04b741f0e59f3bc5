package dev.homelabc.model;

import java.util.Map;
import java.util.TreeMap;

/// What `${…}` may name in the texts of one declaration.
record Scope(Map<String, String> names) {
  Scope with(String name, String value) {
    var more = new TreeMap<>(names);
    more.put(name, value);
    return new Scope(more);
  }
}
