package dev.homelabc.cli;

import java.nio.file.Path;
import java.util.List;

/// What a clone has to know to merge the output of a lab.
///
/// A merge driver cannot build: Git calls it before it has merged the lab. So it keeps our side of
/// each generated file and both sides' list of them, and a hook builds when all is merged.
///
/// @param prefix of the lab's folder in the repository: empty, or with a `/` at its end
/// @param program as the hooks call homelabc
record GitSetup(Git git, String prefix, String program) {
  static final String BEGIN = "# homelabc git-setup: begin";
  static final String END = "# homelabc git-setup: end";

  /// By which our hooks are known.
  static final String MARK = "# Written by homelabc git-setup.";

  /// Puts what is staged into the merge that was just made. Git takes itself to be in the middle of
  /// it and refuses `commit --amend`.
  private static final String AMEND =
      """
      git diff --cached --quiet && exit 0
      sign=
      [ "$(git config --type=bool commit.gpgSign || :)" != true ] || sign=-S
      parents=
      for parent in $(git rev-parse HEAD^@); do parents="$parents -p $parent"; done
      # shellcheck disable=SC2086 # each is several words, or none
      commit=$(git log -1 --format=%B | git commit-tree $sign $parents "$(git write-tree)")
      git update-ref -m 'merge: homelabc build' HEAD "$commit"
      """;

  /// A hook of Git.
  ///
  /// @param lines what it does for this lab
  record Hook(Path file, String text, String lines) {}

  static String attributes() {
    return """
    out/** linguist-generated merge=homelabc
    out/.homelabc/manifest.json linguist-generated merge=homelabc-manifest
    homelab.lock merge=union
    *.lab diff=homelabc
    """;
  }

  /// Settings of the clone, which none of its files can hold.
  void configure() {
    git.set("merge.homelabc.name", "keep ours until homelabc builds it");
    git.set("merge.homelabc.driver", "true");
    git.set("merge.homelabc-manifest.name", "homelabc's list of generated files");
    git.set("merge.homelabc-manifest.driver", program + " merge-manifest %A %B");
    // The statement at the margin that a change is in, as the heading of its hunk.
    git.set("diff.homelabc.xfuncname", "^[a-z][a-z-]*[ \t].*$");
  }

  /// A merge without conflicts runs `pre-merge-commit`, which can stop it, but what that stages
  /// comes too late for the commit; so `post-merge` makes the commit anew with it. One with
  /// conflicts is committed by a person, and `pre-commit` is in time.
  List<Hook> hooks() {
    return List.of(
        hook("pre-merge-commit", "", lines()),
        hook("post-merge", "git rev-parse -q --verify HEAD^2 >/dev/null || exit 0\n", AMEND),
        hook(
            "pre-commit",
            "[ -f \"$(git rev-parse --git-path MERGE_HEAD)\" ] || exit 0\n",
            lines()));
  }

  private Hook hook(String name, String only, String lines) {
    var text = "#!/bin/sh\n" + MARK + " A merge builds what it merged.\nset -e\n" + only + lines;
    return new Hook(git.hooks().resolve(name), text, lines);
  }

  /// Git runs hooks at the root of the repository.
  private String lines() {
    var lab = quoted(prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1));
    var lock = quoted(prefix + "homelab.lock");
    return """
    %s build %s >/dev/null
    git add -A -- %s
    [ ! -e %s ] || git add -- %s
    """
        .formatted(program, lab, quoted(prefix + "out"), lock, lock);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
