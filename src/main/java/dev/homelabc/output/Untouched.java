package dev.homelabc.output;

import dev.homelabc.work.Together;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells whether a folder is as a build left it, by our list of its files and by their content: so
/// without making the tree.
public final class Untouched {
  private final Path root;
  private final String list;
  private final Map<Path, Boolean> folders = new ConcurrentHashMap<>();

  private Untouched(Path root, String list) {
    this.root = root;
    this.list = list;
  }

  /// A folder with a list of our files in it.
  public static Optional<Untouched> in(Path root) {
    var list = root.resolve(ManifestFile.PATH);
    return Files.isDirectory(root)
            && Disk.kindOf(root.resolve(ManifestFile.FOLDER)) == Disk.Kind.FOLDER
            && Disk.kindOf(list) == Disk.Kind.FILE
        ? Optional.of(new Untouched(root, new String(Disk.read(list), StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /// What [OutputDirectory#mark] was after the write that left this list.
  public String mark() {
    return Sha256.of(list);
  }

  /// The paths of all files; empty where a build of the same tree would have anything to do, or to
  /// refuse: where one is missing, edited or behind a link, and where a build was killed.
  public Optional<Set<String>> files() {
    boolean isLocked = isThere(root.resolve(ManifestFile.FOLDER).resolve(TreeLock.NAME));
    return isLocked || !isTidy(root) || !isTidy(root.resolve(ManifestFile.FOLDER))
        ? Optional.empty()
        : ManifestLines.files(list)
            .filter(
                it -> Together.map(it.entrySet(), this::isAsWritten).stream().allMatch(is -> is))
            .map(Map::keySet);
  }

  private boolean isAsWritten(Map.Entry<String, String> entry) {
    var path = entry.getKey();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (!folders.computeIfAbsent(root.resolve(path.substring(0, slash)), Untouched::isOurs)) {
        return false;
      }
    }
    var file = root.resolve(path);
    return Disk.kindOf(file) == Disk.Kind.FILE && Disk.hash(file).equals(entry.getValue());
  }

  private static boolean isOurs(Path folder) {
    return Disk.kindOf(folder) == Disk.Kind.FOLDER && isTidy(folder);
  }

  /// Whether no killed build left a part of a file in a folder.
  private static boolean isTidy(Path folder) {
    return !isThere(folder.resolve(Disk.TEMPORARY));
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
