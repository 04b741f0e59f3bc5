package dev.homelabc.golden;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.model.Declaration;
import dev.homelabc.source.SourceSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Labs of `golden/show/`, kept with each of their declarations and where every line comes from.
record ShowCases(Repository repository, Function<SourceSet, Compilation> compiler)
    implements BesideCases {
  @Override
  public String folder() {
    return "golden/show";
  }

  @Override
  public Run run(String name) {
    var lab = Sample.of(repository.alone(BesideCases.input(name)));
    return Run.of(
        Map.of(
            BesideCases.output(name),
            compiler.apply(lab).declarations().stream()
                .map(Declaration::textWithOrigins)
                .collect(Collectors.joining("\n"))));
  }
}
