package dev.homelabc.golden;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.diagnostic.Format;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.source.SourceSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Labs of `golden/report/`, kept with their findings in every format.
record ReportCases(Repository repository, Function<SourceSet, Compilation> compiler)
    implements BesideCases {
  @Override
  public String folder() {
    return "golden/report";
  }

  @Override
  public boolean isOutput(String path) {
    return Format.all().stream().anyMatch(it -> path.endsWith("." + it.word()));
  }

  @Override
  public Run run(String name) {
    var report = compiler.apply(repository.alone(BesideCases.input(name))).report();
    return Run.of(
        Format.all().stream()
            .collect(
                Collectors.toMap(
                    format -> "golden/" + name + "." + format.word(),
                    format -> format.of(report, Language.ENGLISH))));
  }
}
