package dev.homelabc.golden;

import dev.homelabc.bundle.Bundle;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Labs of `golden/bundle/`, kept with what their bundle holds and what is said about it there.
record BundleCases(Repository repository, Function<SourceSet, Compilation> compiler)
    implements BesideCases {
  @Override
  public String folder() {
    return "golden/bundle";
  }

  @Override
  public Run run(String name) {
    var input = BesideCases.input(name);
    var compilation = compiler.apply(repository.alone(input));
    if (compilation.tree().isEmpty() || compilation.lab().isEmpty()) {
      return Said.broken(input, compilation.diagnostics());
    }
    var text = Said.text(repository.source(input)).getBytes(StandardCharsets.UTF_8);
    var bundle =
        Bundle.of(
            compilation.lab().get(),
            compilation.tree().get(),
            new Bundle.Sources(
                new TreeMap<>(Map.of("home.lab", text)), "sources", new TreeMap<>()));
    return Run.of(Map.of(BesideCases.output(name), String.join(Said.RULE, Unpacked.pages(bundle))));
  }
}
