package dev.homelabc.golden;

import dev.homelabc.schema.Manual;
import dev.homelabc.schema.Schema;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The manual in `docs/`, kept as the schema and the table of hypervisors give it.
record ManualCases(Repository repository) implements CaseKind {
  @Override
  public Stream<String> names() {
    return repository.below("docs").isEmpty() ? Stream.empty() : Stream.of("docs/reference");
  }

  @Override
  public Run run(String name) {
    return Run.of(
        Map.of(
            "docs/reference.md",
            Manual.MARKDOWN.of(Schema.KINDS),
            "docs/hypervisors.md",
            Manual.MARKDOWN.hypervisors()));
  }

  /// Whatever else is in `docs/` is not ours.
  @Override
  public Stream<Deviation> strays(Set<String> cases) {
    return Stream.empty();
  }
}
