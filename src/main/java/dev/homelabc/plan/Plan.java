package dev.homelabc.plan;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.emit.just.JustFiles;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.SortedMap;

/// What changes between two labs, and what it costs.
///
/// @param entries by subject
/// @param files what becomes of each file of the output
public record Plan(List<Entry> entries, SortedMap<String, State> files) {
  public Plan {
    entries = List.copyOf(entries);
    files = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(files));
  }

  /// What a comparison comes to.
  public sealed interface Outcome {
    /// Both labs compile.
    ///
    /// @param before what the lab to start from comes to
    /// @param after what the lab to come to does; its tree is made after that of the other
    record Planned(Plan plan, Compilation before, Compilation after) implements Outcome {}

    /// The lab to start from has errors, or cannot be read whole.
    record BaseBroken(Compilation compilation) implements Outcome {}

    /// The lab to come to has.
    record LabBroken(Compilation compilation) implements Outcome {}
  }

  /// Compiles both labs in memory and compares them.
  public static Outcome between(SourceSet before, SourceSet after) {
    var old = Compiler.compile(before);
    if (old.tree().isEmpty()) {
      return new Outcome.BaseBroken(old);
    }
    var list = old.tree().get().files().getOrDefault(RelPath.of(JustFiles.LIST), "");
    var now = Compiler.compile(after.after(list));
    return now.tree().isEmpty()
        ? new Outcome.LabBroken(now)
        : new Outcome.Planned(new Planner(side(old, before), side(now, after)).plan(), old, now);
  }

  private static Side side(Compilation compilation, SourceSet sources) {
    return Side.of(compilation, !sources.files().isEmpty());
  }

  public boolean isEmpty() {
    return entries.isEmpty() && files.isEmpty();
  }

  /// Whether data is lost on the way.
  public boolean isDestructive() {
    return entries.stream().anyMatch(Entry::isDestructive);
  }
}
