package dev.homelabc.plan;

import dev.homelabc.output.OutputTree;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The files of one lab by their paths, and to which machine each belongs.
final class Files {
  private static final Pattern MODULE = Pattern.compile("modules/nixos/[a-z0-9-]+\\.nix");

  private final SortedMap<String, String> texts;

  Files(OutputTree tree) {
    var all = new TreeMap<String, String>();
    tree.files().forEach((path, text) -> all.put(path.text(), text));
    this.texts = Collections.unmodifiableSortedMap(all);
  }

  SortedMap<String, String> texts() {
    return texts;
  }

  Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /// A file with the modules of the tree that it imports, and those that they import.
  SortedSet<String> closure(String path) {
    var closure = new TreeSet<String>();
    add(path, closure);
    return closure;
  }

  private void add(String path, SortedSet<String> closure) {
    var text = texts.get(path);
    if (text == null || !closure.add(path)) {
      return;
    }
    MODULE.matcher(text).results().forEach(it -> add(it.group(), closure));
    if (path.startsWith("modules/nixos/")) {
      // Modules name each other without a folder.
      texts.keySet().stream()
          .filter(it -> MODULE.matcher(it).matches())
          .filter(it -> text.contains("./" + it.substring("modules/nixos/".length())))
          .forEach(it -> add(it, closure));
    }
  }

  /// The files below a folder.
  SortedSet<String> below(String folder) {
    return new TreeSet<>(texts.tailMap(folder).headMap(folder + Character.MAX_VALUE).keySet());
  }

  /// The entries of an attribute set of a host's `network.nix`, such as `netdevs`, with their text.
  /// The file has the form that we give it.
  SortedMap<String, String> entries(String path, String set) {
    var entries = new TreeMap<String, String>();
    var text = texts.getOrDefault(path, "");
    int start = text.indexOf("\n    " + set + " = {\n");
    if (start < 0) {
      return entries;
    }
    int end = text.indexOf("\n    };\n", start);
    var inside = end < 0 ? "" : text.substring(start, end + 1);
    var found = Pattern.compile("(?ms)^ {6}\"([^\"]+)\" = \\{\n(.*?)^ {6}\\};").matcher(inside);
    while (found.find()) {
      entries.put(found.group(1), found.group(2));
    }
    return entries;
  }

  /// What became of each file that is not the same in both.
  static NavigableMap<String, State> differences(Files before, Files after) {
    Map<String, State> all = new HashMap<>();
    before.texts.forEach((path, text) -> {
      var now = after.texts.get(path);
      if (now == null) {
        all.put(path, State.REMOVED);
      } else if (!now.equals(text)) {
        all.put(path, State.CHANGED);
      }
    });
    after.texts.keySet().stream()
        .filter(it -> !before.texts.containsKey(it))
        .forEach(it -> all.put(it, State.ADDED));
    return Collections.unmodifiableNavigableMap(new TreeMap<>(all));
  }
}
