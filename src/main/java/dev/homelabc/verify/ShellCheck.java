package dev.homelabc.verify;

import dev.homelabc.output.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `shellcheck` of what each recipe would run, as `just --dry-run` prints it.
record ShellCheck() implements Check {
  /// A place of its `gcc` format.
  private static final Pattern PLACE = Pattern.compile("(?m)^-:(\\d+):\\d+: (.*)$");

  /// What stands in single quotes is for another shell, and what a variable holds is put into a
  /// command for another machine on purpose.
  private static final String ON_PURPOSE = "SC2016,SC2029";

  @Override
  public List<String> programs() {
    return List.of("shellcheck", "just");
  }

  @Override
  public boolean reads(Tree tree) {
    return tree.has(JustCheck.FILE);
  }

  @Override
  public List<Complaint> complaints(Tree tree, Function<String, Program> programs) {
    var just = programs.apply("just");
    var justfile = List.of("--justfile", JustCheck.FILE);
    var recipes = just.ask(tree.folder(), with(justfile, "--summary"));
    if (!recipes.isFine()) {
      // That is what just itself says.
      return List.of();
    }
    var lines = Recipes.read(tree.on(RelPath.of(JustCheck.FILE)));
    var complaints = new ArrayList<Complaint>();
    for (var recipe : recipes.out().strip().split("\\s+", -1)) {
      // A recipe of one VM needs one, whichever it is.
      var dry = just.ask(tree.folder(), with(justfile, "--dry-run", recipe));
      var run =
          dry.isFine() ? dry : just.ask(tree.folder(), with(justfile, "--dry-run", recipe, "vm"));
      var script = run.err().startsWith("#!") ? run.err() : "#!/bin/bash\n" + run.err();
      var answer =
          programs
              .apply("shellcheck")
              .ask(tree.folder(), List.of("-e", ON_PURPOSE, "-f", "gcc", "-"), script);
      var places = PLACE.matcher(answer.out());
      while (run.isFine() && places.find()) {
        var line = script.lines().toList().get(Integer.parseInt(places.group(1)) - 1);
        complaints.add(
            new Complaint(
                "shellcheck",
                RelPath.of(JustCheck.FILE),
                lines.line(recipe, line),
                places.group(2)));
      }
    }
    return complaints;
  }

  private static List<String> with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toList();
  }
}
