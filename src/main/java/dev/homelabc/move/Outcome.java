package dev.homelabc.move;

import java.util.List;

/// What becomes of each line of a VM, and the lines that it needs besides.
record Outcome(List<Item> items, List<Addition> additions) {
  Outcome {
    items = List.copyOf(items);
    additions = List.copyOf(additions);
  }
}
