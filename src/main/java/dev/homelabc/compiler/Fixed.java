package dev.homelabc.compiler;

import dev.homelabc.diagnostic.Report;
import dev.homelabc.source.SourceSet;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What applying the fixes of a lab came to.
///
/// @param sources the lab's files as they are to be; those without a fix are the very same
/// @param counts how many findings were fixed, by the path of their file
/// @param report the findings that are left
public record Fixed(SourceSet sources, SortedMap<String, Integer> counts, Report report) {
  public Fixed {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
