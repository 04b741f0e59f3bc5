package dev.homelabc.golden;

import dev.homelabc.blame.Blame;
import dev.homelabc.blame.BlameFormat;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Labs of `golden/blame/`, kept with what made each line of each file of theirs.
record BlameCases(Repository repository, Function<SourceSet, Compilation> compiler)
    implements BesideCases {
  @Override
  public String folder() {
    return "golden/blame";
  }

  @Override
  public Run run(String name) {
    var input = BesideCases.input(name);
    var compilation = compiler.apply(Sample.of(repository.alone(input)));
    if (compilation.tree().isEmpty()) {
      return Said.broken(input, compilation.diagnostics());
    }
    var tree = compilation.tree().get();
    return Run.of(
        Map.of(
            BesideCases.output(name),
            tree.files().keySet().stream()
                .map(path -> path + "\n\n" + listing(tree, path))
                .collect(Collectors.joining(Said.RULE))));
  }

  private static String listing(OutputTree tree, RelPath path) {
    return BlameFormat.TEXT.of(Blame.of(tree, path).orElseThrow(), Language.ENGLISH);
  }
}
