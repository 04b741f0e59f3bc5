package dev.homelabc.golden;

import dev.homelabc.compiler.Fixer;
import java.util.Map;

/// Files of `golden/fix/`, kept with all their fixes applied.
record FixCases(Repository repository) implements RewrittenCases {
  @Override
  public String folder() {
    return "golden/fix";
  }

  @Override
  public Run run(String name) {
    var fixed = Fixer.fix(repository.alone(RewrittenCases.input(name)));
    return Run.of(Map.of(RewrittenCases.output(name), fixed.sources().files().getFirst().text()));
  }
}
