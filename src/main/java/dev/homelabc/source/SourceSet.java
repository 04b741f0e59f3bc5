package dev.homelabc.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The files that are compiled together as one lab. Order does not matter to the language; they are
/// kept in the order given, by convention sorted by name.
///
/// @param reader finds a file that one of them imports, by its path; empty if there is none
/// @param lock `homelab.lock` beside them: what was assigned before
/// @param isLocked whether it is an error that the lock has to change
/// @param former `prune.list` of the last build: what its VMs have on their hosts
/// @param replicas for some VMs by name, a number of replicas other than what the lab says
public record SourceSet(
    List<SourceFile> files,
    Function<String, Optional<SourceFile>> reader,
    Optional<SourceFile> lock,
    boolean isLocked,
    String former,
    Map<String, Integer> replicas) {
  public SourceSet {
    files = List.copyOf(files);
    replicas = Map.copyOf(replicas);
  }

  public SourceSet(List<SourceFile> files, Function<String, Optional<SourceFile>> reader) {
    this(files, reader, Optional.empty(), false, "", Map.of());
  }

  /// One with as many replicas as it says.
  public SourceSet(
      List<SourceFile> files,
      Function<String, Optional<SourceFile>> reader,
      Optional<SourceFile> lock,
      boolean isLocked,
      String former) {
    this(files, reader, lock, isLocked, former, Map.of());
  }

  /// Files that import nothing but each other.
  public static SourceSet of(SourceFile... files) {
    return new SourceSet(List.of(files), _ -> Optional.empty());
  }

  /// The same lab with other files.
  public SourceSet with(List<SourceFile> others) {
    return new SourceSet(others, reader, lock, isLocked, former, replicas);
  }

  public SourceSet with(Optional<SourceFile> other) {
    return new SourceSet(files, reader, other, isLocked, former, replicas);
  }

  /// The same lab with its imports found another way.
  public SourceSet reading(Function<String, Optional<SourceFile>> other) {
    return new SourceSet(files, other, lock, isLocked, former, replicas);
  }

  /// The same where the lock may not change.
  public SourceSet locked() {
    return new SourceSet(files, reader, lock, true, former, replicas);
  }

  /// The same lab after a build that wrote this to `prune.list`.
  public SourceSet after(String written) {
    return new SourceSet(files, reader, lock, isLocked, written, replicas);
  }

  /// The same lab with another number of replicas of a VM.
  public SourceSet replicating(String vm, int count) {
    return new SourceSet(files, reader, lock, isLocked, former, Map.of(vm, count));
  }
}
