package dev.homelabc.output;

import dev.homelabc.value.Name;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A folder on disk that holds a tree, and perhaps files of other people beside it.
///
/// `.homelabc/manifest.json` lists the files that are ours, with the hash of what we wrote, and
/// names the lab that they come from. A file is overwritten or removed only if it is ours, still
/// has one of those hashes, and comes from the same lab.
///
/// A disk that fails throws [UncheckedIOException] with a message in plain words; the next write
/// then goes on where the failed one stopped.
public final class OutputDirectory {
  private final Path root;
  private final Disk disk;
  private final ManifestFile manifestFile;
  private Runnable waiting = () -> {};
  private boolean isForced;
  private Optional<String> mark = Optional.empty();

  /// A folder that need not exist yet. It may be a link to a folder; below it no link is followed.
  public OutputDirectory(Path root) {
    this(root, () -> {});
  }

  OutputDirectory(Path root, Disk.Step beforeChange) {
    this.root = root;
    this.disk = new Disk(beforeChange);
    this.manifestFile = new ManifestFile(root);
  }

  /// The same, but a write overwrites and removes files of ours that were edited since, and leaves
  /// what they held beside them as `FILE.orig`.
  public OutputDirectory forced() {
    isForced = true;
    return this;
  }

  /// The same, and a write that has to wait for another build calls back once.
  public OutputDirectory onWait(Runnable call) {
    waiting = call;
    return this;
  }

  /// The output folder that a file lies in, by the manifest there; empty where it lies in none.
  public static Optional<Path> around(Path file) {
    var folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.isRegularFile(folder.resolve(ManifestFile.PATH))) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder);
  }

  /// Brings the folder to the state of the tree, or refuses and touches nothing.
  ///
  /// Files that are right already are left alone, and if all are, nothing at all is written.
  ///
  /// @param lab the name of the lab that the tree comes from
  public WriteResult write(Name lab, OutputTree tree) {
    return write(lab, tree, _ -> true);
  }

  /// The same for a part of the tree: of the files that an earlier write made, those that are not
  /// `mine` stay as they are.
  public WriteResult write(Name lab, OutputTree tree, Predicate<RelPath> mine) {
    checkRoot();
    var hashes = tree.hashes();
    return switch (survey(lab, tree, hashes, mine)) {
      case Surveyed.Not(var why) -> why;
      case Surveyed.Done(_, var plan) when plan.isDone() && !isLocked() -> written(plan);
      case Surveyed.Done _ -> {
        var folder = root.resolve(ManifestFile.FOLDER);
        if (Disk.kindOf(folder) == Disk.Kind.ABSENT) {
          disk.makeFolder(folder);
        }
        try (var _ = TreeLock.take(folder, waiting)) {
          // Another build may have written since.
          yield switch (survey(lab, tree, hashes, mine)) {
            case Surveyed.Not(var why) -> why;
            case Surveyed.Done(var manifest, var plan) -> {
              apply(plan, manifest);
              yield written(plan);
            }
          };
        }
      }
    };
  }

  /// Whether another build is writing, or was killed when all that it had left to do was to delete
  /// its lock: then that is still to be done.
  private boolean isLocked() {
    return Disk.kindOf(root.resolve(ManifestFile.FOLDER).resolve(TreeLock.NAME))
        != Disk.Kind.ABSENT;
  }

  /// What is to be done, or why nothing is.
  private sealed interface Surveyed {
    record Done(Manifest manifest, Plan plan) implements Surveyed {}

    record Not(WriteResult why) implements Surveyed {}
  }

  private Surveyed survey(
      Name lab, OutputTree tree, SortedMap<RelPath, String> hashes, Predicate<RelPath> mine) {
    return switch (manifestFile.load()) {
      case ManifestFile.Loaded.Unusable(var conflict) ->
          new Surveyed.Not(new WriteResult.Refused(List.of(conflict)));
      case ManifestFile.Loaded.Usable(var manifest) -> {
        var owner = manifest.lab().orElse(lab);
        if (!owner.equals(lab)) {
          yield new Surveyed.Not(new WriteResult.Taken(manifestFile.path(), owner));
        }
        var plan = new Survey(root, manifest, lab, tree, hashes, mine, isForced).plan();
        yield plan.conflicts().isEmpty()
            ? new Surveyed.Done(manifest, plan)
            : new Surveyed.Not(new WriteResult.Refused(plan.conflicts()));
      }
    };
  }

  /// SHA-256 of our list of the files as the last write left it; empty if none was done. A list
  /// with this mark means the tree of that write, whoever wrote to the folder since.
  public Optional<String> mark() {
    return mark;
  }

  private WriteResult.Written written(Plan plan) {
    mark = Optional.of(Sha256.of(ManifestFormat.write(plan.after())));
    return new WriteResult.Written(
        new WriteReport(
            List.copyOf(plan.written().keySet()),
            plan.unchanged(),
            plan.removed(),
            List.copyOf(plan.saved().values())));
  }

  /// What a write makes in an empty folder, our list of it included: the text of each file by its
  /// path.
  public static SortedMap<String, String> fresh(Name lab, OutputTree tree) {
    var files = new TreeMap<String, String>();
    tree.files().forEach((path, text) -> files.put(path.text(), text));
    var manifest = new Manifest(Optional.of(lab), tree.hashes(), new TreeMap<>(), tree.folders());
    files.put(ManifestFile.PATH, ManifestFormat.write(manifest));
    return files;
  }

  /// How the folder stands to the part of a tree that is `mine`: what a write would do.
  public CompareResult compare(Name lab, OutputTree tree, Predicate<RelPath> mine) {
    checkRoot();
    return switch (manifestFile.load()) {
      case ManifestFile.Loaded.Unusable(var conflict) ->
          new CompareResult.Compared(List.of(new Difference.Blocked(conflict)));
      case ManifestFile.Loaded.Usable(var manifest) -> {
        var owner = manifest.lab().orElse(lab);
        yield owner.equals(lab)
            ? new CompareResult.Compared(differences(manifest, lab, tree, mine))
            : new WriteResult.Taken(manifestFile.path(), owner);
      }
    };
  }

  private List<Difference> differences(
      Manifest manifest, Name lab, OutputTree tree, Predicate<RelPath> mine) {
    var plan = new Survey(root, manifest, lab, tree, tree.hashes(), mine, isForced).plan();
    var found = new ArrayList<Difference>();
    plan.written()
        .forEach((path, text) ->
            found.add(
                Disk.kindOf(path.resolve(root)) == Disk.Kind.FILE
                    ? new Difference.Stale(path.text(), present(path), text)
                    : new Difference.Missing(path.text())));
    plan.removed().forEach(path -> found.add(new Difference.Extra(path.text())));
    for (var conflict : plan.conflicts()) {
      found.add(
          conflict.obstacle() == Conflict.Obstacle.EDITED_FILE
              ? edited(RelPath.of(conflict.path()), tree)
              : new Difference.Blocked(conflict));
    }
    if (found.isEmpty() && !plan.after().equals(manifest)) {
      // All files are right; only the list of them is lost or behind.
      found.add(manifestFile.difference(plan.after()));
    }
    return found.stream().sorted(Comparator.comparing(Difference::path)).toList();
  }

  private Difference edited(RelPath path, OutputTree tree) {
    return new Difference.Edited(
        path.text(), present(path), Objects.requireNonNull(tree.files().get(path)));
  }

  private String present(RelPath path) {
    return new String(Disk.read(path.resolve(root)), StandardCharsets.UTF_8);
  }

  private void apply(Plan plan, Manifest loaded) {
    plan.strays().forEach(disk::delete);
    plan.saved()
        .forEach((path, copy) -> disk.replace(copy.resolve(root), Disk.read(path.resolve(root))));
    // The order is what makes a killed build harmless: first the manifest that owns both the old
    // and the new content, then the files, then the manifest that owns the new content only.
    save(loaded, plan.during());
    plan.removed().forEach(path -> disk.delete(path.resolve(root)));
    plan.staleFolders().forEach(folder -> disk.deleteIfEmpty(folder.resolve(root)));
    plan.newFolders().forEach(folder -> disk.makeFolder(folder.resolve(root)));
    plan.written()
        .forEach((path, text) ->
            disk.replace(path.resolve(root), text.getBytes(StandardCharsets.UTF_8)));
    save(plan.during(), plan.after());
  }

  private void save(Manifest onDisk, Manifest next) {
    if (!next.equals(onDisk)) {
      manifestFile.save(next, disk);
    }
  }

  private void checkRoot() {
    boolean isThere = Disk.kindOf(root) != Disk.Kind.ABSENT;
    // This follows links: a link to nothing or to a file is no folder.
    if (isThere && !Files.isDirectory(root)) {
      throw DiskFailure.of("write to", root, new NotDirectoryException(root.toString()));
    }
  }
}
