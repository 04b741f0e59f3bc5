package dev.homelabc.output;

import dev.homelabc.output.Conflict.Obstacle;
import dev.homelabc.output.Disk.Kind;
import dev.homelabc.value.Name;
import dev.homelabc.work.Together;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Compares a tree with what is on disk and changes nothing. Good for one [#plan].
final class Survey {
  private final Path root;
  private final Manifest manifest;
  private final Name lab;
  private final OutputTree tree;
  private final SortedMap<RelPath, String> hashes;
  private final Predicate<RelPath> mine;
  private final boolean isForced;

  private final Map<RelPath, Kind> kinds = new HashMap<>();
  // One finding a path, however many files it is in the way of; the first says most.
  private final SortedMap<String, Conflict> conflicts = new TreeMap<>();
  private final SortedMap<RelPath, String> written = new TreeMap<>();
  private final NavigableSet<RelPath> unchanged = new TreeSet<>();
  private final NavigableSet<RelPath> removed = new TreeSet<>();
  private final NavigableSet<RelPath> newFolders = new TreeSet<>();
  private final NavigableSet<RelPath> staleFolders = new TreeSet<>();
  // Files that somebody edited, and where they go.
  private final SortedMap<RelPath, RelPath> saved = new TreeMap<>();
  // Hashes of what is ours: on disk now, and in the tree.
  private final SortedMap<RelPath, String> present = new TreeMap<>();
  private final SortedMap<RelPath, String> wanted = new TreeMap<>();

  /// @param hashes of the tree's files, which takes a while to work out
  /// @param isForced whether files of ours that were edited since make way
  /// @param mine the files that this tree has a say in; our other files stay as they are
  Survey(
      Path root,
      Manifest manifest,
      Name lab,
      OutputTree tree,
      SortedMap<RelPath, String> hashes,
      Predicate<RelPath> mine,
      boolean isForced) {
    this.isForced = isForced;
    this.root = root;
    this.manifest = manifest;
    this.lab = lab;
    this.tree = tree;
    this.hashes = hashes;
    this.mine = mine;
  }

  Plan plan() {
    // In this order: whether a path is free for the tree depends on what is going away.
    var folders = tree.folders();
    for (var path : manifest.paths()) {
      if (tree.files().containsKey(path)) {
        continue;
      }
      if (mine.test(path)) {
        retire(path);
      } else {
        keep(path, folders);
      }
    }
    manifest.folders().stream()
        .filter(folder -> !folders.contains(folder) && kind(folder) == Kind.FOLDER)
        .forEach(staleFolders::add);
    folders.forEach(this::placeFolder);
    wanted.putAll(hashes);
    // To read what is there takes longest of all. Nothing else happens meanwhile.
    Together.map(tree.files().entrySet(), file -> found(file.getKey(), file.getValue()))
        .forEach(this::placeFile);

    var underway = new TreeMap<>(wanted);
    underway.keySet().retainAll(written.keySet());
    var made = new TreeSet<>(manifest.folders());
    made.addAll(newFolders);
    var kept = new TreeSet<>(made);
    kept.retainAll(folders);
    var strays = strays();
    var after = new Manifest(Optional.of(lab), wanted, new TreeMap<>(), kept);
    boolean isDone =
        written.isEmpty()
            && removed.isEmpty()
            && newFolders.isEmpty()
            && staleFolders.isEmpty()
            && strays.isEmpty()
            && after.equals(manifest);
    return new Plan(
        List.copyOf(conflicts.values()),
        written,
        List.copyOf(unchanged),
        List.copyOf(removed),
        List.copyOf(newFolders),
        List.copyOf(staleFolders.reversed()),
        strays,
        saved,
        isDone,
        new Manifest(Optional.of(lab), present, underway, made),
        after);
  }

  /// Leaves a file that we wrote and that is no business of this tree, and our claim to it.
  private void keep(RelPath path, Set<RelPath> folders) {
    path.folders().stream().filter(it -> kind(it) == Kind.FOLDER).forEach(folders::add);
    var hash = manifest.files().getOrDefault(path, manifest.underway().get(path));
    if (hash != null) {
      present.put(path, hash);
      wanted.put(path, hash);
    }
  }

  /// Decides about a file that we wrote and that is no longer wanted.
  private void retire(RelPath path) {
    for (RelPath folder : path.folders()) {
      if (kind(folder) == Kind.LINK) {
        conflict(folder, Obstacle.LINK);
      }
    }
    switch (kind(path)) {
      case FILE -> {
        var hash = Disk.hash(path.resolve(root));
        if (manifest.wrote(path, hash) || isForced) {
          if (!manifest.wrote(path, hash)) {
            save(path);
          }
          removed.add(path);
          present.put(path, hash);
        } else {
          conflict(path, Obstacle.EDITED_LEFTOVER);
        }
      }
      case LINK -> conflict(path, Obstacle.LINK);
      // Somebody deleted our file, and what may be there instead is none of our business.
      case ABSENT, FOLDER, SPECIAL -> {}
    }
  }

  private void placeFolder(RelPath folder) {
    switch (kind(folder)) {
      case FOLDER -> {}
      case ABSENT -> newFolders.add(folder);
      case FILE -> {
        if (removed.contains(folder)) {
          newFolders.add(folder);
        } else {
          conflict(folder, Obstacle.FILE_FOR_FOLDER);
        }
      }
      case LINK -> conflict(folder, Obstacle.LINK);
      case SPECIAL -> conflict(folder, Obstacle.SPECIAL);
    }
  }

  /// What the disk has in the place of a file of the tree.
  ///
  /// @param hash of what is there if it is a file
  private record Found(RelPath path, String text, Kind kind, Optional<String> hash) {}

  private Found found(RelPath path, String text) {
    boolean isReachable = path.folders().stream().allMatch(it -> kinds.get(it) == Kind.FOLDER);
    var kind = isReachable ? look(path) : Kind.ABSENT;
    var hash = kind == Kind.FILE ? Optional.of(hash(path, text)) : Optional.<String>empty();
    return new Found(path, text, kind, hash);
  }

  private String hash(RelPath path, String text) {
    var file = path.resolve(root);
    return Disk.holds(file, text.getBytes(StandardCharsets.UTF_8))
        ? Objects.requireNonNull(hashes.get(path))
        : Disk.hash(file);
  }

  private void placeFile(Found found) {
    var path = found.path;
    var text = found.text;
    kinds.put(path, found.kind);
    switch (found.kind) {
      case ABSENT -> written.put(path, text);
      case FILE -> compare(path, text, found.hash.orElseThrow());
      case FOLDER -> {
        if (vanishes(path)) {
          written.put(path, text);
        } else {
          conflict(path, Obstacle.FOLDER);
        }
      }
      case LINK -> conflict(path, Obstacle.LINK);
      case SPECIAL -> conflict(path, Obstacle.SPECIAL);
    }
  }

  private void compare(RelPath path, String text, String presentHash) {
    if (presentHash.equals(wanted.get(path))) {
      // Whoever wrote it, it is what we would write: from now on it is ours.
      unchanged.add(path);
      present.put(path, presentHash);
    } else if (manifest.wrote(path, presentHash)) {
      written.put(path, text);
      present.put(path, presentHash);
    } else if (isForced && manifest.paths().contains(path)) {
      save(path);
      written.put(path, text);
      present.put(path, presentHash);
    } else {
      conflict(
          path, manifest.paths().contains(path) ? Obstacle.EDITED_FILE : Obstacle.FOREIGN_FILE);
    }
  }

  /// Gives an edited file a free name: what an earlier one was saved as stays.
  private void save(RelPath path) {
    int count = 1;
    var copy = RelPath.of(path + ".orig");
    while (kind(copy) != Kind.ABSENT || tree.files().containsKey(copy)) {
      copy = RelPath.of(path + ".orig." + ++count);
    }
    saved.put(path, copy);
  }

  /// Whether all that is in this folder goes away before the first file is written.
  private boolean vanishes(RelPath folder) {
    var ours = new HashSet<Path>();
    Stream.concat(removed.stream(), staleFolders.stream())
        .forEach(path -> ours.add(path.resolve(root)));
    return vanishes(folder.resolve(root), ours);
  }

  private static boolean vanishes(Path path, Set<Path> ours) {
    if (path.endsWith(Disk.TEMPORARY)) {
      return true;
    }
    return ours.contains(path)
        && (Disk.kindOf(path) != Kind.FOLDER
            || Disk.list(path).stream().allMatch(entry -> vanishes(entry, ours)));
  }

  private List<Path> strays() {
    var folders = tree.folders();
    folders.addAll(manifest.folders());
    folders.addAll(RelPath.folders(manifest.paths()));
    var places = folders.stream().filter(f -> kind(f) == Kind.FOLDER).map(f -> f.resolve(root));
    return Stream.concat(Stream.of(root, root.resolve(ManifestFile.FOLDER)), places)
        .map(folder -> folder.resolve(Disk.TEMPORARY))
        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /// What is at a path; nothing that lies behind a link counts as being there.
  private Kind kind(RelPath path) {
    for (RelPath step : path.folders()) {
      if (kinds.computeIfAbsent(step, this::look) != Kind.FOLDER) {
        return Kind.ABSENT;
      }
    }
    return kinds.computeIfAbsent(path, this::look);
  }

  private Kind look(RelPath path) {
    return Disk.kindOf(path.resolve(root));
  }

  private void conflict(RelPath path, Obstacle obstacle) {
    conflicts.putIfAbsent(path.text(), new Conflict(path.text(), obstacle));
  }
}
