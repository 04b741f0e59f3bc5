package dev.homelabc.cli;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.output.DiskFailure;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A lab as it lies on the disk, or as a commit has it.
///
/// @param lab folder of the lab in the working copy, or its file
/// @param git the program that knows commits
record Versions(Path lab, String git) {
  Versions(Path lab) {
    this(lab, "git");
  }

  /// What a name of a version comes to.
  sealed interface Found {
    /// A lab.
    ///
    /// @param isNew whether the commit has no lab there yet
    record Version(SourceSet sources, boolean isNew) implements Found {}

    /// Nothing, and why.
    record Nothing(Message reason, Message help) implements Found {}
  }

  /// The lab as it lies there.
  SourceSet workingCopy() {
    return LabFiles.read(lab);
  }

  /// @param name a folder, a file, or what git knows a commit by
  Found find(String name) {
    try {
      var path = path(name);
      if (path.isEmpty()) {
        return atCommit(name);
      }
      if (!name.contains("/") && isCommit(name)) {
        return new Found.Nothing(
            Message.of("`{0}` is a path, and a commit as well", name),
            Message.of("write `./{0}` for the path, or `refs/heads/{0}` for a branch", name));
      }
      return new Found.Version(LabFiles.read(path.get()), false);
    } catch (Git.Absent _) {
      return new Found.Nothing(
          Message.of("`{0}` is no path, and git, which may know it, cannot be run", name),
          Message.of("name a folder or a file, or install git"));
    }
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::exists);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private Git repository() {
    return new Git(LabFiles.folder(lab), git);
  }

  /// Without git a path is a path.
  private boolean isCommit(String name) {
    try {
      return repository().commit(name).isPresent();
    } catch (Git.Absent _) {
      return false;
    }
  }

  private Found atCommit(String name) {
    var folder = LabFiles.folder(lab).toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw DiskFailure.of("read", lab, new NoSuchFileException(lab.toString()));
    }
    var git = repository();
    var root = git.root();
    if (root.isEmpty()) {
      return new Found.Nothing(
          Message.of("`{0}` is no path, and `{1}` is in no git repository", name, lab),
          Message.of("name the folder or the file to compare with: `homelabc plan FOLDER`"));
    }
    return git.commit(name)
        .<Found>map(commit -> read(git, root.get(), commit))
        .orElseGet(() ->
            new Found.Nothing(
                Message.of("`{0}` is no path and no commit of this repository", name),
                Message.of("`git log --oneline --all` shows its commits")));
  }

  private Found read(Git git, Git.Root root, String commit) {
    var names =
        Files.isDirectory(lab)
            ? git.items(commit, folder(root)).stream()
                .filter(it -> it.type().equals("blob") && it.name().endsWith(LabFiles.LAB))
                .map(Git.Item::name)
                .toList()
            : List.of(lab.getFileName().toString());
    var paths = names.stream().map(it -> root.prefix() + it).toList();
    var texts = git.files(commit, paths);
    var lock = root.prefix() + LockFile.NAME;
    var sources =
        new SourceSet(
            texts.entrySet().stream().map(it -> source(it.getKey(), it.getValue())).toList(),
            path -> imported(git, root, commit, path),
            Optional.ofNullable(git.files(commit, List.of(lock)).get(lock))
                .map(it -> source(lock, it)),
            false,
            "");
    return new Found.Version(sources, sources.files().isEmpty());
  }

  private static String folder(Git.Root root) {
    return root.prefix().isEmpty() ? "" : root.prefix().substring(0, root.prefix().length() - 1);
  }

  /// A file that another one imports. What lies outside of the repository is in no commit: it is
  /// taken as it lies there now.
  private static Optional<SourceFile> imported(Git git, Git.Root root, String commit, String path) {
    if (path.startsWith("../")) {
      var file = root.top().resolve(path).normalize();
      return Files.isRegularFile(file) ? Optional.of(LabFiles.source(file)) : Optional.empty();
    }
    Map<String, byte[]> found = git.files(commit, List.of(path));
    return Optional.ofNullable(found.get(path)).map(it -> source(path, it));
  }

  private static SourceFile source(String path, byte[] bytes) {
    if (bytes.length > LabFiles.LARGEST) {
      throw LabFiles.tooLarge("`" + path + "`");
    }
    return SourceFile.decode(path, bytes);
  }
}
