package dev.homelabc.output;

import dev.homelabc.model.Origin;
import dev.homelabc.work.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Files as a value: each path with its text, sorted by path.
///
/// Every text has LF line ends and ends in exactly one newline; no two paths get in each other's
/// way on any file system. The only way to make a tree is a [Draft].
public final class OutputTree {
  private final SortedMap<RelPath, String> files;
  private final Map<RelPath, Provenance> provenance;

  private OutputTree(SortedMap<RelPath, String> files, Map<RelPath, Provenance> provenance) {
    this.files = Collections.unmodifiableSortedMap(files);
    this.provenance = Collections.unmodifiableMap(provenance);
  }

  /// Where a file comes from.
  ///
  /// @param owner the statement that answers for what stands on no line of `trace`
  public record Provenance(Origin owner, Trace trace) {}

  /// The text of each file.
  public SortedMap<RelPath, String> files() {
    return files;
  }

  /// The text of a file, if there is one of that name.
  public Optional<String> text(RelPath path) {
    return Optional.ofNullable(files.get(path));
  }

  /// Where a file that the lab makes comes from; no other file has a lab to come from.
  public Optional<Provenance> provenance(RelPath path) {
    return Optional.ofNullable(provenance.get(path));
  }

  /// Every folder that holds a file or another folder, without the output folder itself.
  SortedSet<RelPath> folders() {
    return RelPath.folders(files.keySet());
  }

  /// The SHA-256 of each file.
  SortedMap<RelPath, String> hashes() {
    var hashes = new TreeMap<RelPath, String>();
    Together.map(files.entrySet(), file -> Map.entry(file.getKey(), Sha256.of(file.getValue())))
        .forEach(it -> hashes.put(it.getKey(), it.getValue()));
    return hashes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputTree tree && files.equals(tree.files);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }

  @Override
  public String toString() {
    return "OutputTree" + files.keySet();
  }

  /// A tree in the making.
  ///
  /// What it refuses is a bug of an emitter, so it throws [IllegalArgumentException]; the message
  /// names both sources of a clash.
  public static final class Draft {
    /// What claimed a path: a file, or a folder because of a file below it.
    private record Claim(String path, boolean isFile, String source) {}

    /// A file whose text is still to be made.
    private record Pending(RelPath path, Maker maker, Supplier<Traced> text) {
      Made made() {
        var traced = text.get();
        check(path, maker.name(), traced.text());
        return new Made(path, traced.text(), new Provenance(maker.origin(), traced.trace()));
      }
    }

    private record Made(RelPath path, String text, Provenance provenance) {}

    private final SortedMap<RelPath, String> files = new TreeMap<>();
    private final List<Pending> pending = new ArrayList<>();
    // By the path as a file system sees it that ignores case, as on macOS and Windows.
    private final Map<String, Claim> claims = new HashMap<>();

    /// Adds one file.
    ///
    /// @param source what makes the file, as a person would call it, such as "VM `vault`"
    /// @param text not blank, without CR, ending in exactly one newline
    public Draft add(RelPath path, String source, String text) {
      check(path, source, text);
      claim(path, source);
      files.put(path, text);
      return this;
    }

    /// Adds one file that a statement of the lab makes.
    ///
    /// @param text makes the text once the tree is wanted, at the same time as those of other files
    public Draft add(RelPath path, Maker maker, Supplier<Traced> text) {
      claim(path, maker.name());
      pending.add(new Pending(path, maker, text));
      return this;
    }

    /// The files added so far.
    public OutputTree tree() {
      var all = new TreeMap<>(files);
      var provenance = new HashMap<RelPath, Provenance>();
      for (var file : Together.map(pending, Pending::made)) {
        all.put(file.path, file.text);
        provenance.put(file.path, file.provenance);
      }
      return new OutputTree(all, provenance);
    }

    private void claim(RelPath path, String source) {
      for (RelPath folder : path.folders()) {
        claim(new Claim(folder.text(), false, source));
      }
      claim(new Claim(path.text(), true, source));
    }

    private void claim(Claim claim) {
      var earlier = claims.putIfAbsent(fold(claim.path()), claim);
      if (earlier == null) {
        return;
      }
      var both = " (" + earlier.source() + " and " + claim.source() + ")";
      if (!earlier.path().equals(claim.path())) {
        throw new IllegalArgumentException(
            "`%s` and `%s` differ in case only".formatted(earlier.path(), claim.path()) + both);
      }
      if (earlier.isFile() && claim.isFile()) {
        throw new IllegalArgumentException(
            "two sources make the file `%s`".formatted(claim.path()) + both);
      }
      if (earlier.isFile() || claim.isFile()) {
        throw new IllegalArgumentException(
            "`%s` is both a file and a folder".formatted(claim.path()) + both);
      }
    }

    private static String fold(String path) {
      return path.toLowerCase(Locale.ROOT);
    }

    private static void check(RelPath path, String source, String text) {
      var file = "the text of `%s` (%s) ".formatted(path, source);
      if (text.isBlank()) {
        throw new IllegalArgumentException(file + "is blank");
      }
      if (text.indexOf('\r') >= 0) {
        throw new IllegalArgumentException(file + "holds a carriage return");
      }
      if (!text.endsWith("\n") || text.endsWith("\n\n")) {
        throw new IllegalArgumentException(file + "does not end in exactly one newline");
      }
      if (hasHalfPair(text)) {
        throw new IllegalArgumentException(file + "holds half of a surrogate pair");
      }
    }

    private static boolean hasHalfPair(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isSurrogate(text.charAt(i))) {
          if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
            return true;
          }
          i++;
        }
      }
      return false;
    }
  }
}
