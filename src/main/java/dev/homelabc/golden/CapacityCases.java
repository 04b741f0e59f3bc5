package dev.homelabc.golden;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.rule.capacity.Ledger;
import dev.homelabc.rule.capacity.LedgerFormat;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Labs of `golden/capacity/`, kept with their ledger as text and as JSON; in Korean as text.
record CapacityCases(Repository repository, Function<SourceSet, Compilation> compiler)
    implements BesideCases {
  @Override
  public String folder() {
    return "golden/capacity";
  }

  @Override
  public Run run(String name) {
    var input = BesideCases.input(name);
    var compilation = compiler.apply(repository.alone(input));
    if (compilation.lab().isEmpty()) {
      return Run.unfit(input, "cannot be bound:\n\n" + Said.findings(compilation.diagnostics()));
    }
    var ledger = Ledger.of(compilation.lab().get());
    return kept(
        name,
        language ->
            forms(language).stream()
                .map(form -> form.of(ledger, Optional.empty(), false, language))
                .collect(Collectors.joining(Said.RULE)));
  }

  private static List<LedgerFormat> forms(Language language) {
    return switch (language) {
      case ENGLISH -> List.of(LedgerFormat.values());
      case KOREAN -> List.of(LedgerFormat.TEXT);
    };
  }
}
