package dev.homelabc.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.homelabc.value.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An output folder to play in, and the words for what tests do there.
record Sandbox(Path root) {
  static final Name LAB = new Name("homelab");

  /// A folder in memory, which behaves like Linux. It does not exist yet.
  static Sandbox inMemory() {
    return new Sandbox(Jimfs.newFileSystem(Configuration.unix()).getPath("/lab/out"));
  }

  /// A tree from `path=text` entries; each text gets its newline.
  static OutputTree tree(String... entries) {
    var draft = new OutputTree.Draft();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      var text = entry.substring(equals + 1) + "\n";
      draft.add(RelPath.of(entry.substring(0, equals)), "test", text);
    }
    return draft.tree();
  }

  static List<RelPath> paths(String... paths) {
    return Arrays.stream(paths).map(RelPath::of).toList();
  }

  WriteReport write(OutputTree tree) {
    return switch (new OutputDirectory(root).write(LAB, tree)) {
      case WriteResult.Written(var report) -> report;
      case WriteResult.Taken(_, var lab) -> fail("taken by " + lab);
      case WriteResult.Refused(var conflicts) -> fail("refused: " + conflicts);
    };
  }

  /// The conflicts of a write, as `path OBSTACLE`, after a check that it touched nothing.
  List<String> refusal(OutputTree tree) {
    var before = everything();
    var directory = new OutputDirectory(root, () -> fail("a refused write changes the disk"));
    List<Conflict> conflicts =
        switch (directory.write(LAB, tree)) {
          case WriteResult.Written(var report) -> fail("written: " + report);
          case WriteResult.Taken(_, var lab) -> fail("taken by " + lab);
          case WriteResult.Refused(var found) -> found;
        };
    assertThat(everything()).isEqualTo(before);
    return conflicts.stream().map(c -> c.path() + " " + c.obstacle()).toList();
  }

  Path path(String path) {
    return root.resolve(path);
  }

  /// Writes a file as a person would, with a newline at the end.
  void edit(String path, String text) {
    try {
      var parent = path(path).getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path(path), text + "\n", UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void delete(String path) {
    try {
      Files.delete(path(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Each file with its text and each folder with `/` behind it, but for the manifest.
  SortedMap<String, String> content() {
    var content = everything();
    content.keySet().removeIf(path -> path.equals(".homelabc/") || path.endsWith("/manifest.json"));
    return content;
  }

  String manifest() {
    return String.valueOf(everything().get(".homelabc/manifest.json"));
  }

  private SortedMap<String, String> everything() {
    var content = new TreeMap<String, String>();
    if (!Files.exists(root)) {
      return content;
    }
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.filter(entry -> !entry.equals(root)).toList()) {
        var name = root.relativize(entry).toString();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          content.put(name + "/", "");
        } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          content.put(name, Files.readString(entry, UTF_8).strip());
        } else {
          content.put(name, "special");
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return content;
  }

  static Map<String, String> holding(String... entries) {
    var content = new TreeMap<String, String>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        content.put(entry, "");
      } else {
        content.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return content;
  }
}
