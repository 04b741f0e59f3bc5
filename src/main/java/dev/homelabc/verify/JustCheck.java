package dev.homelabc.verify;

import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// `just --summary`: whether the recipes can be read.
record JustCheck() implements Check {
  static final String FILE = "justfile";

  private static final Pattern PLACE = Pattern.compile("justfile:(\\d+):\\d+");
  private static final Pattern ERROR = Pattern.compile("(?m)^error: *(.+)$");

  @Override
  public List<String> programs() {
    return List.of("just");
  }

  @Override
  public boolean reads(Tree tree) {
    return tree.has(FILE);
  }

  @Override
  public List<Complaint> complaints(Tree tree, Function<String, Program> programs) {
    var answer =
        programs.apply("just").ask(tree.folder(), List.of("--justfile", FILE, "--summary"));
    if (answer.isFine()) {
      return List.of();
    }
    var place = PLACE.matcher(answer.all());
    var error = ERROR.matcher(answer.all());
    return List.of(
        new Complaint(
            "just",
            RelPath.of(FILE),
            place.find() ? Integer.parseInt(place.group(1)) : 1,
            error.find() ? error.group(1) : answer.all().strip()));
  }
}
