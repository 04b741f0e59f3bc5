package dev.homelabc.output;

import java.util.List;

/// What a write did, each list sorted.
///
/// @param written files that were not there or had another text
/// @param unchanged files that were right already and were not touched
/// @param removed files of an earlier build that are no longer part of the tree
/// @param saved what holds the content of files that somebody had edited
public record WriteReport(
    List<RelPath> written, List<RelPath> unchanged, List<RelPath> removed, List<RelPath> saved) {
  public WriteReport {
    written = written.stream().sorted().toList();
    unchanged = unchanged.stream().sorted().toList();
    removed = removed.stream().sorted().toList();
    saved = saved.stream().sorted().toList();
  }
}
