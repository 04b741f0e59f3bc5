package dev.homelabc.cli;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.golden.LabGolden;
import dev.homelabc.output.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// `homelabc golden` for a person's own lab. Differences go to the output as a patch; the state of
/// each file and the cure go to the person.
///
/// @param path the folder of the lab, or a file of it
record LabGoldenCheck(Terminal terminal, Path path) {
  int verify() {
    var made = golden();
    if (made.isEmpty()) {
      return Exit.FINDINGS;
    }
    var golden = made.get();
    var differences = golden.differences(_ -> true);
    if (differences.isEmpty()) {
      terminal
          .out()
          .println(
              terminal.text(
                  Message.of("`{0}` is what the lab makes; files: {1}", folder(), count(golden))));
      return Exit.FINE;
    }
    if (!Files.exists(folder())) {
      say(Message.of("there is no `{0}` yet: run `{1}`", folder(), command()));
      return Exit.FINDINGS;
    }
    report(differences);
    say(
        Message.of(
            "{0} of {1} files differ in `{2}`; if they should: `{3}`",
            differences.size(), count(golden), folder(), command()));
    return Exit.FINDINGS;
  }

  /// Makes what the lab gives now the goldens: all of the paths that the filter takes, or none.
  int accept(Predicate<String> filter) {
    var made = golden();
    if (made.isEmpty()) {
      say(Message.of("nothing was written"));
      return Exit.FINDINGS;
    }
    var golden = made.get();
    if (golden.paths().stream().noneMatch(filter)) {
      say(Message.of("no file in `{0}` matches what is to be accepted", folder()));
      return Exit.USAGE;
    }
    var differences = golden.differences(filter);
    var inTheWay = differences.stream().filter(it -> it instanceof Difference.Blocked).toList();
    if (!inTheWay.isEmpty()) {
      report(inTheWay);
      say(Message.of("nothing was written"));
      return Exit.FINDINGS;
    }
    golden.accept(differences);
    var out = terminal.out();
    int removed = 0;
    for (var it : differences) {
      boolean isRemoved = it instanceof Difference.Extra;
      removed += isRemoved ? 1 : 0;
      var file = folder().resolve(it.path());
      out.println(
          terminal.text(
              isRemoved ? Message.of("removed: {0}", file) : Message.of("written: {0}", file)));
    }
    int written = differences.size() - removed;
    long unchanged = golden.paths().stream().filter(filter).count() - written;
    out.println(
        terminal.text(
            Message.of(
                "{0} written, {1} unchanged, {2} removed in {3}",
                written, unchanged, removed, folder())));
    return Exit.FINE;
  }

  /// What the lab makes, beside its goldens; empty, and its findings said, where it makes nothing.
  ///
  /// What is in `out` has no say, and neither do addresses that no lock holds: the same sources
  /// give the same goldens everywhere.
  private Optional<LabGolden> golden() {
    try (var _ = Progress.of(terminal, "compiling")) {
      var compilation = Compiler.compile(LabFiles.read(path).locked());
      terminal.report(terminal.err(), compilation.report());
      return compilation.report().fails()
          ? Optional.empty()
          : compilation.tree().map(tree -> new LabGolden(folder(), tree));
    }
  }

  private void report(List<Difference> differences) {
    var tree = new StaleTree(terminal, folder());
    tree.show(differences);
    for (var it : differences) {
      say(tree.state(it));
      if (it instanceof Difference.Blocked) {
        terminal.help(Message.of("move it out of `{0}`, or delete it", folder()));
      }
    }
  }

  private Path folder() {
    return LabFiles.folder(path).resolve(LabGolden.NAME).normalize();
  }

  private static int count(LabGolden golden) {
    return golden.paths().size();
  }

  /// What to type to have accepted what the lab makes.
  private String command() {
    return path.equals(Path.of(".")) ? GoldenCommand.CURE : GoldenCommand.CURE + " " + path;
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }
}
