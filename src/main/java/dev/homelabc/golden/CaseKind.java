package dev.homelabc.golden;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// A kind of golden cases: where its inputs lie, and what is kept of them. A case goes by its name,
/// the path below `golden/` without an extension, except for examples and the manual.
interface CaseKind {
  /// The cases that the repository has inputs for.
  Stream<String> names();

  Run run(String name);

  /// What lies in the folders of this kind and belongs to no case.
  ///
  /// @param cases the names of all cases, of whatever kind
  Stream<Deviation> strays(Set<String> cases);

  /// Goldens that a case once made and now does not.
  default Stream<String> leftOver(String name, Run run) {
    return Stream.empty();
  }

  static List<CaseKind> all(Repository repository, Function<SourceSet, Compilation> compiler) {
    return List.of(
        new BlameCases(repository, compiler),
        new BundleCases(repository, compiler),
        new CapacityCases(repository, compiler),
        new FindingCases(repository, compiler, "errors"),
        new MoveCases(repository),
        new ReportCases(repository, compiler),
        new ShowCases(repository, compiler),
        new FindingCases(repository, compiler, "syntax"),
        new ExampleCases(repository, compiler),
        new AdoptCases(repository),
        new PlanCases(repository),
        new ReviewCases(repository),
        new GraphCases(repository, compiler),
        new FormatCases(repository),
        new FixCases(repository),
        new ManualCases(repository));
  }
}
