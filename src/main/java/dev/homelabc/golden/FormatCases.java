package dev.homelabc.golden;

import dev.homelabc.format.Formatter;
import dev.homelabc.syntax.Parser;
import java.util.Map;

/// Files of `golden/fmt/`, kept with their canonical form.
record FormatCases(Repository repository) implements RewrittenCases {
  @Override
  public String folder() {
    return "golden/fmt";
  }

  @Override
  public Run run(String name) {
    var input = RewrittenCases.input(name);
    var parsed = Parser.parse(repository.source(input));
    return parsed.diagnostics().isEmpty()
        ? Run.of(Map.of(RewrittenCases.output(name), Formatter.format(parsed)))
        : Run.unfit(input, "has syntax errors:\n\n" + Said.findings(parsed.diagnostics()));
  }
}
