package dev.homelabc.allocate;

import java.util.OptionalLong;
import java.util.TreeMap;

/// Numbers that are taken, as runs: a DHCP pool costs no more than one address.
final class Occupied {
  /// Last numbers of runs by their first. No two touch, so that the next free number is one look
  /// away however many are taken.
  private final TreeMap<Long, Long> runs = new TreeMap<>();

  void add(long number) {
    add(number, number);
  }

  void add(long first, long last) {
    long from = first;
    long to = last;
    for (var run = runs.floorEntry(to + 1);
        run != null && run.getValue() >= from - 1;
        run = runs.floorEntry(to + 1)) {
      from = Math.min(from, run.getKey());
      to = Math.max(to, run.getValue());
      runs.remove(run.getKey());
    }
    runs.put(from, to);
  }

  boolean contains(long number) {
    var run = runs.floorEntry(number);
    return run != null && run.getValue() >= number;
  }

  /// The lowest free number between two, both included.
  OptionalLong firstFree(long from, long to) {
    var run = runs.floorEntry(from);
    long free = run == null ? from : Math.max(from, run.getValue() + 1);
    return free <= to ? OptionalLong.of(free) : OptionalLong.empty();
  }

  /// How many numbers between two are free, both included.
  long free(long from, long to) {
    long free = 0;
    for (var next = firstFree(from, to); next.isPresent(); ) {
      var run = runs.higherKey(next.getAsLong());
      if (run == null || run > to) {
        return free + to - next.getAsLong() + 1;
      }
      free += run - next.getAsLong();
      next = firstFree(run, to);
    }
    return free;
  }
}
