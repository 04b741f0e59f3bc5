package dev.homelabc.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the git program about the repository that a folder lies in.
///
/// @param folder where git is run
/// @param program its name, or its path
record Git(Path folder, String program) {
  /// The program is not there, or cannot be run.
  static final class Absent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Absent(IOException cause) {
      super(cause);
    }
  }

  /// An entry of a folder at a commit, by its bare name.
  record Item(String type, String name) {}

  /// Where a repository begins, and the way from there to the folder: empty, or with a `/` at its
  /// end.
  record Root(Path top, String prefix) {}

  /// The repository, if there is one that git trusts.
  Optional<Root> root() {
    return run("", "rev-parse", "--show-toplevel", "--show-prefix")
        .map(it -> text(it).split("\n", -1))
        .filter(lines -> lines.length >= 2)
        .map(lines -> new Root(Path.of(lines[0]), lines[1]));
  }

  /// The commit that a name means, in full; empty if it means none.
  Optional<String> commit(String name) {
    return name.startsWith("-")
        ? Optional.empty()
        : run("", "rev-parse", "--verify", "--quiet", name + "^{commit}")
            .map(it -> text(it).strip());
  }

  /// What a folder holds at a commit; nothing where there is no such folder.
  ///
  /// @param path from the repository's root, empty for that
  List<Item> items(String commit, String path) {
    var listed = run("", "ls-tree", "-z", "--full-tree", commit + ":" + path);
    var items = new ArrayList<Item>();
    for (var line : listed.map(Git::text).orElse("").split("\0", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        items.add(new Item(line.split(" ", 3)[1], line.substring(tab + 1)));
      }
    }
    return items;
  }

  /// The files of these paths at a commit, symbolic links followed; those that are not there are
  /// left out.
  Map<String, byte[]> files(String commit, List<String> paths) {
    var asked = paths.stream().filter(it -> it.indexOf('\n') < 0).toList();
    var names = new StringBuilder();
    asked.forEach(it -> names.append(commit).append(':').append(it).append('\n'));
    var out = run(names.toString(), "cat-file", "--batch", "--follow-symlinks").orElse(new byte[0]);
    var files = new LinkedHashMap<String, byte[]>();
    int at = 0;
    for (var path : asked) {
      int end = at;
      while (end < out.length && out[end] != '\n') {
        end++;
      }
      var head = new String(out, at, end - at, StandardCharsets.UTF_8);
      at = Math.min(end + 1, out.length);
      if (head.isEmpty() || head.endsWith(" missing")) {
        continue;
      }
      // Either `OBJECT TYPE SIZE`, or what is wrong with a link and the size of its text.
      var words = head.split(" ", -1);
      int size = Integer.parseInt(words[words.length - 1]);
      if (words.length == 3 && words[1].equals("blob")) {
        files.put(path, java.util.Arrays.copyOfRange(out, at, at + size));
      }
      at += size + 1;
    }
    return files;
  }

  /// Changes a setting of this clone.
  void set(String key, String value) {
    if (run("", "config", "--local", key, value).isEmpty()) {
      throw new UncheckedIOException(
          "cannot write the setting " + key + " of Git", new IOException(key));
    }
  }

  /// The folder of the hooks.
  Path hooks() {
    var path = run("", "rev-parse", "--git-path", "hooks").map(it -> text(it).strip());
    return folder.toAbsolutePath().resolve(path.orElse(".git/hooks")).normalize();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// What git answers; empty where it fails.
  private Optional<byte[]> run(String in, String... arguments) {
    var command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    try {
      var process = start(builder);
      var written = new ByteArrayOutputStream();
      // git answers while it is asked, so one has to listen before the last question.
      var asking =
          Thread.ofVirtual()
              .start(() -> {
                try (var to = process.getOutputStream()) {
                  to.write(in.getBytes(StandardCharsets.UTF_8));
                } catch (IOException _) {
                  // It ended before; what it answered until then says why.
                }
              });
      process.getInputStream().transferTo(written);
      asking.join();
      return process.waitFor() == 0 ? Optional.of(written.toByteArray()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what git says: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException("interrupted", new IOException(e));
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Absent(e);
    }
  }
}
