package dev.homelabc.verify;

import dev.homelabc.output.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// `kubectl kustomize` of each folder that is one to apply.
record KustomizeCheck() implements Check {
  private static final String FILE = "kustomization.yaml";

  /// What it says of a file that is no YAML.
  private static final Pattern YAML = Pattern.compile("yaml: line (\\d+):.* in File: ([^\\s\"']+)");

  private static final Pattern ERROR = Pattern.compile("err=\"(.*)\"\\s*$");

  @Override
  public List<String> programs() {
    return List.of("kubectl");
  }

  @Override
  public boolean reads(Tree tree) {
    return !files(tree).isEmpty();
  }

  @Override
  public List<Complaint> complaints(Tree tree, Function<String, Program> programs) {
    var complaints = new ArrayList<Complaint>();
    for (var file : files(tree)) {
      var folder = tree.on(file).resolveSibling("").normalize();
      var answer =
          programs.apply("kubectl").ask(tree.folder(), List.of("kustomize", folder.toString()));
      if (!answer.isFine()) {
        var error = ERROR.matcher(answer.all());
        var text = error.find() ? error.group(1) : answer.all().strip();
        var yaml = YAML.matcher(text);
        complaints.add(
            yaml.find()
                ? new Complaint(
                    "kubectl",
                    tree.named(folder.resolve(yaml.group(2)).toString()).orElse(file),
                    Integer.parseInt(yaml.group(1)),
                    text)
                : new Complaint("kubectl", file, 1, text));
      }
    }
    return complaints;
  }

  private static List<RelPath> files(Tree tree) {
    return tree.those(it -> it.endsWith("/" + FILE));
  }
}
