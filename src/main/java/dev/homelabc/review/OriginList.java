package dev.homelabc.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The origins of all lines, each once: many lines have one.
final class OriginList {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /// The number of an origin, from 1; 0 where it is not known.
  int number(Optional<String> origin) {
    return origin
        .map(text ->
            numbers.computeIfAbsent(
                text,
                it -> {
                  texts.add(it);
                  return texts.size();
                }))
        .orElse(0);
  }

  /// By their numbers.
  List<String> texts() {
    return List.copyOf(texts);
  }
}
