package dev.homelabc.golden;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.source.SourceSet;
import java.util.Optional;
import java.util.function.Function;

/// Labs with mistakes, kept with the findings that they give: `golden/errors/CODE/CASE.lab` is
/// there to show one code, `golden/syntax/CASE.lab` how a text is read.
///
/// @param word `errors` or `syntax`
record FindingCases(Repository repository, Function<SourceSet, Compilation> compiler, String word)
    implements BesideCases {
  @Override
  public String folder() {
    return "golden/" + word;
  }

  @Override
  public String pattern() {
    return folder() + (word.equals("errors") ? "/CODE/CASE.lab" : "/CASE.lab");
  }

  /// The code that a case is there to show.
  static Optional<String> code(String name) {
    var parts = Repository.parts(name);
    return parts.size() == 3 ? Optional.of(parts.get(1)) : Optional.empty();
  }

  @Override
  public Run run(String name) {
    var input = BesideCases.input(name);
    var source = repository.source(input);
    var findings = compiler.apply(Sample.of(repository.alone(input))).diagnostics();
    var code = code(name);
    if (code.isPresent() && findings.stream().noneMatch(d -> d.code().name().equals(code.get()))) {
      return Run.unfit(
          input, "does not give `" + code.get() + "` but:\n\n" + Said.findings(findings));
    }
    return kept(
        name, language -> Said.text(source) + Said.RULE + Said.findings(findings, language));
  }
}
