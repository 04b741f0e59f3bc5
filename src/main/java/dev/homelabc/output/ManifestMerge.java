package dev.homelabc.output;

import dev.homelabc.output.ManifestFormat.Reading;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The list of generated files after a merge in version control. Each file is then as one of the
/// two sides had it, and both contents are ours: the next build may make it anew.
public final class ManifestMerge {
  private ManifestMerge() {}

  /// The list of both sides; empty where one cannot be read, or where they are of two labs.
  public static Optional<String> of(byte[] ours, byte[] theirs) {
    return ManifestFormat.read(ours) instanceof Reading.Understood(var one)
            && ManifestFormat.read(theirs) instanceof Reading.Understood(var other)
            && (one.lab().equals(other.lab()) || one.lab().isEmpty() || other.lab().isEmpty())
        ? Optional.of(ManifestFormat.write(both(one, other)))
        : Optional.empty();
  }

  private static Manifest both(Manifest ours, Manifest theirs) {
    var files = new TreeMap<>(theirs.files());
    files.putAll(ours.files());
    var underway = new TreeMap<>(theirs.underway());
    theirs
        .files()
        .forEach((path, hash) -> {
          if (!hash.equals(files.get(path))) {
            underway.put(path, hash);
          }
        });
    var folders = new TreeSet<>(ours.folders());
    folders.addAll(theirs.folders());
    return new Manifest(ours.lab().or(theirs::lab), files, underway, folders);
  }
}
