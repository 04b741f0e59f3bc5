package dev.homelabc.golden;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a case makes now: the goldens it wants by path, or why it is no good.
record Run(SortedMap<String, String> files, Optional<Deviation.Unfit> unfit) {
  static Run of(Map<String, String> files) {
    return new Run(new TreeMap<>(files), Optional.empty());
  }

  static Run unfit(String path, String reason) {
    return new Run(new TreeMap<>(), Optional.of(new Deviation.Unfit(path, reason)));
  }
}
