package dev.homelabc.move;

import dev.homelabc.schema.Property;
import dev.homelabc.schema.Property.Repeat;
import java.util.List;

/// What becomes of each line of a VM, and the lines that it needs besides.
record Outcome(List<Item> items, List<Addition> additions) {
  /// What the VM has already, left from a time when it was there, is not added a second time.
  Outcome {
    items = List.copyOf(items);
    var carried =
        items.stream()
            .filter(it -> it.fate() == Fate.CARRIED)
            .map(it -> it.line().property())
            .filter(it -> it.repeat() == Repeat.ONCE)
            .map(Property::name)
            .toList();
    additions =
        additions.stream()
            .filter(it -> carried.stream().noneMatch(name -> it.line().startsWith(name + " ")))
            .toList();
  }
}
