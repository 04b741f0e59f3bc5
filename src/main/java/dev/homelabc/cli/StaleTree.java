package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.golden.UnifiedDiff;
import dev.homelabc.output.Conflict;
import dev.homelabc.output.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `build --check` says of a tree that is not what the lab makes of it: on the output, how the
/// files that are there would change; to the person, each file with its state and the cure.
record StaleTree(Terminal terminal, Path folder) {
  /// @param build the command that brings the tree up to date
  void report(List<Difference> differences, String build) {
    show(differences);
    for (var it : differences) {
      say(state(it));
      cure(it).ifPresent(terminal::help);
    }
    int count = differences.size();
    say(
        count == 1
            ? Message.of("{0} file of `{1}` is not up to date: run `{2}`", count, folder, build)
            : Message.of("{0} files of `{1}` are not up to date: run `{2}`", count, folder, build));
  }

  /// The differences of files that are there, as a patch.
  void show(List<Difference> differences) {
    differences.forEach(this::patch);
    terminal.out().flush();
  }

  Message state(Difference difference) {
    return switch (difference) {
      case Difference.Missing(var path) -> Message.of("missing: {0}", shown(path));
      case Difference.Stale(var path, _, _) -> Message.of("stale: {0}", shown(path));
      case Difference.Edited(var path, _, _) -> Message.of("edited by hand: {0}", shown(path));
      case Difference.Extra(var path) -> Message.of("no longer made: {0}", shown(path));
      case Difference.Blocked(var conflict) ->
          Message.of("in the way: {0}", conflict.obstacle().what(shown(conflict.path())));
    };
  }

  /// What to do before a build can bring the file up to date.
  private static Optional<Message> cure(Difference difference) {
    return switch (difference) {
      case Difference.Blocked(var conflict) -> Optional.of(conflict.obstacle().cure());
      case Difference.Edited _ -> Optional.of(Conflict.Obstacle.EDITED_FILE.cure());
      case Difference.Missing _, Difference.Stale _, Difference.Extra _ -> Optional.empty();
    };
  }

  private void patch(Difference difference) {
    switch (difference) {
      case Difference.Stale(var path, var present, var wanted) -> patch(path, present, wanted);
      case Difference.Edited(var path, var present, var wanted) -> patch(path, present, wanted);
      case Difference.Missing _, Difference.Extra _, Difference.Blocked _ -> {}
    }
  }

  private void patch(String path, String before, String after) {
    terminal.out().print(UnifiedDiff.between(shown(path), before, shown(path), after));
  }

  private String shown(String path) {
    return folder.resolve(path).toString();
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }
}
