package dev.homelabc.starter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The files of a new lab: a small one that explains itself, builds without findings and is in
/// canonical form, and what git, pre-commit, GitHub and GitLab want beside it.
///
/// They are the person's from the moment they are written, and no build touches them again.
public final class Starter {
  /// The file that holds the lab.
  public static final String LAB = "home.lab";

  private Starter() {}

  public static OutputTree files() {
    var draft = new OutputTree.Draft();
    // Resources have plain names: tools on their way into the jar pass over hidden files.
    add(draft, ".gitattributes", "gitattributes");
    add(draft, ".github/workflows/homelabc.yml", "github.yml");
    add(draft, ".gitignore", "gitignore");
    add(draft, ".gitlab-ci.yml", "gitlab-ci.yml");
    add(draft, ".pre-commit-config.yaml", "pre-commit-config.yaml");
    add(draft, LAB, "home.lab");
    return draft.tree();
  }

  private static void add(OutputTree.Draft draft, String path, String resource) {
    try (var in = Starter.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + resource);
      }
      draft.add(RelPath.of(path), resource, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + resource, e);
    }
  }
}
