package dev.homelabc.verify;

import dev.homelabc.output.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `nix-instantiate --parse`: whether every file is Nix, and names nothing that is not there.
record NixCheck() implements Check {
  private static final Pattern PLACE = Pattern.compile("(?m)^ *at (/.+):(\\d+):\\d+:$");
  private static final Pattern ERROR = Pattern.compile("(?m)^error: *(.+)$");

  @Override
  public List<String> programs() {
    return List.of("nix-instantiate");
  }

  @Override
  public boolean reads(Tree tree) {
    return !files(tree).isEmpty();
  }

  /// One run reads them all and stops at the first that is wrong, so each is then read by itself.
  @Override
  public List<Complaint> complaints(Tree tree, Function<String, Program> programs) {
    var nix = programs.apply("nix-instantiate");
    var all =
        Stream.concat(Stream.of("--parse"), files(tree).stream().map(it -> tree.on(it).toString()));
    if (nix.ask(tree.folder(), all.toList()).isFine()) {
      return List.of();
    }
    var complaints = new ArrayList<Complaint>();
    for (var file : files(tree)) {
      var answer = nix.ask(tree.folder(), List.of("--parse", tree.on(file).toString()));
      if (!answer.isFine()) {
        complaints.add(complaint(file, answer.all()));
      }
    }
    return complaints;
  }

  private Complaint complaint(RelPath file, String said) {
    var place = PLACE.matcher(said);
    var error = ERROR.matcher(said);
    return new Complaint(
        programs().getFirst(),
        file,
        place.find() ? Integer.parseInt(place.group(2)) : 1,
        error.find() ? error.group(1) : said.strip());
  }

  private static List<RelPath> files(Tree tree) {
    return tree.those(it -> it.endsWith(".nix"));
  }
}
