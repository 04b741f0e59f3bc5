package dev.homelabc.output;

import dev.homelabc.output.Conflict.Obstacle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The manifest on disk, `.homelabc/manifest.json` below the output folder.
final class ManifestFile {
  static final String FOLDER = ".homelabc";
  private static final String NAME = "manifest.json";
  static final String PATH = FOLDER + "/" + NAME;

  private final Path folder;
  private final Path file;

  ManifestFile(Path root) {
    this.folder = root.resolve(FOLDER);
    this.file = folder.resolve(NAME);
  }

  /// What loading the manifest comes to.
  sealed interface Loaded {
    record Usable(Manifest manifest) implements Loaded {}

    record Unusable(Conflict conflict) implements Loaded {}
  }

  /// Loads the manifest; a folder without one holds nothing of ours.
  Loaded load() {
    return switch (Disk.kindOf(folder)) {
      case ABSENT -> new Loaded.Usable(Manifest.EMPTY);
      case FOLDER -> loadFile();
      case FILE -> unusable(FOLDER, Obstacle.FILE_FOR_FOLDER);
      case LINK -> unusable(FOLDER, Obstacle.LINK);
      case SPECIAL -> unusable(FOLDER, Obstacle.SPECIAL);
    };
  }

  Path path() {
    return file;
  }

  /// Saves it in its folder, which is there.
  void save(Manifest manifest, Disk disk) {
    disk.replace(file, ManifestFormat.write(manifest).getBytes(StandardCharsets.UTF_8));
  }

  /// That the file is not there or does not hold this manifest.
  Difference difference(Manifest wanted) {
    return Disk.kindOf(folder) == Disk.Kind.FOLDER && Disk.kindOf(file) == Disk.Kind.FILE
        ? new Difference.Stale(
            PATH, new String(Disk.read(file), StandardCharsets.UTF_8), ManifestFormat.write(wanted))
        : new Difference.Missing(PATH);
  }

  private Loaded loadFile() {
    return switch (Disk.kindOf(file)) {
      case ABSENT -> new Loaded.Usable(Manifest.EMPTY);
      case FILE ->
          switch (ManifestFormat.read(Disk.read(file))) {
            case ManifestFormat.Reading.Understood(var manifest) -> new Loaded.Usable(manifest);
            case ManifestFormat.Reading.Rejected(var obstacle) -> unusable(PATH, obstacle);
          };
      case FOLDER -> unusable(PATH, Obstacle.FOLDER);
      case LINK -> unusable(PATH, Obstacle.LINK);
      case SPECIAL -> unusable(PATH, Obstacle.SPECIAL);
    };
  }

  private static Loaded unusable(String path, Obstacle obstacle) {
    return new Loaded.Unusable(new Conflict(path, obstacle));
  }
}
