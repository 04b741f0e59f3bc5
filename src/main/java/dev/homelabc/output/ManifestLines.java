package dev.homelabc.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads our list of files as [ManifestFormat] writes it, to the letter, and without the library
/// for JSON, whose loading takes as long as a small build has.
final class ManifestLines {
  private static final String FILES = "  \"files\": {";
  private static final String ENTRY = "    \"";
  private static final String BETWEEN = "\": \"";
  private static final int HASH = 64;

  private ManifestLines() {}

  /// The hash of each file by its path; empty where the list is not as we write it, where a build
  /// is under way, and where there are no files.
  static Optional<Map<String, String>> files(String list) {
    int start = list.indexOf(FILES + "\n");
    if (start < 0 || list.contains("\n  \"underway\": ") || list.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    var files = new LinkedHashMap<String, String>();
    int line = start + FILES.length() + 1;
    while (list.startsWith(ENTRY, line)) {
      int end = list.indexOf('\n', line);
      int path = line + ENTRY.length();
      int between = list.indexOf(BETWEEN, path);
      int hash = between + BETWEEN.length();
      if (between < 0 || end < hash + HASH) {
        return Optional.empty();
      }
      files.put(list.substring(path, between), list.substring(hash, hash + HASH));
      line = end + 1;
    }
    return list.startsWith("  },\n", line) ? Optional.of(files) : Optional.empty();
  }
}
