package dev.homelabc.cli;

import dev.homelabc.allocate.Lock;
import dev.homelabc.output.Sha256;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Notes all that a lab is read from while it is compiled.
final class Inputs {
  private final SourceSet sources;
  // By path; what was asked for and is not there counts as well.
  private final SortedMap<String, Optional<SourceFile>> imported = new TreeMap<>();

  Inputs(SourceSet sources) {
    this.sources = sources.reading(path -> imported(sources, path));
  }

  private synchronized Optional<SourceFile> imported(SourceSet read, String path) {
    var found = read.reader().apply(path);
    imported.put(path, found);
    return found;
  }

  /// The lab, to be compiled.
  SourceSet sources() {
    return sources;
  }

  /// SHA-256 of all that decides about the tree of a compiled lab, given the compiler.
  ///
  /// @param lock what `homelab.lock` holds
  /// @param former what `prune.list` holds, empty if there is none
  synchronized String digest(Lock lock, String former) {
    var words = new ArrayList<String>();
    words.add(lock.text().orElse(""));
    words.add(former);
    words.add(Integer.toString(sources.files().size()));
    sources.files().forEach(file -> add(words, file));
    words.add(Integer.toString(imported.size()));
    imported.forEach((path, found) -> {
      words.add(path);
      words.add(found.isPresent() ? "found" : "missing");
      found.ifPresent(file -> add(words, file));
    });
    new TreeMap<>(sources.replicas()).forEach((vm, count) -> words.add(vm + "=" + count));
    return digest(words);
  }

  /// SHA-256 of some texts, each told from the next.
  static String digest(List<String> words) {
    var all = new StringBuilder();
    words.forEach(word -> all.append(word.length()).append(':').append(word));
    return Sha256.of(all.toString());
  }

  private static void add(List<String> words, SourceFile file) {
    words.add(file.path());
    words.add(file.text());
  }
}
