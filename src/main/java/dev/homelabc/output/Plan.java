package dev.homelabc.output;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a write will do, settled before it begins.
///
/// @param conflicts what is in the way; if there is any, nothing may be done
/// @param written the text of each file to write
/// @param unchanged files that are right already
/// @param removed files to delete before the first is written
/// @param newFolders folders to make, outer ones first
/// @param staleFolders folders that we made and that lose their last file, inner ones first
/// @param strays temporary files of a killed build
/// @param saved files that somebody edited, and where their content goes before we touch them
/// @param isDone whether all is as it should be
/// @param during the manifest while we write: what is there and what will be
/// @param after the manifest of the finished tree
record Plan(
    List<Conflict> conflicts,
    SortedMap<RelPath, String> written,
    List<RelPath> unchanged,
    List<RelPath> removed,
    List<RelPath> newFolders,
    List<RelPath> staleFolders,
    List<Path> strays,
    SortedMap<RelPath, RelPath> saved,
    boolean isDone,
    Manifest during,
    Manifest after) {
  Plan {
    conflicts = List.copyOf(conflicts);
    written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
    unchanged = List.copyOf(unchanged);
    removed = List.copyOf(removed);
    newFolders = List.copyOf(newFolders);
    staleFolders = List.copyOf(staleFolders);
    strays = List.copyOf(strays);
    saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
  }
}
