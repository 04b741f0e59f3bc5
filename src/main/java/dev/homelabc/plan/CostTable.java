package dev.homelabc.plan;

import dev.homelabc.plan.Subject.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a change of each property costs. A kind that a row does not name is not reached by the
/// property; a test sees to it that every property of the language has a row.
final class CostTable {
  /// Properties that have done their work before a lab is compared.
  static final Set<String> RESOLVED = Set.of("vm/profile", "vm/replicas");

  static final List<Row> ROWS =
      Stream.of(
              LabCosts.ROWS,
              HostCosts.ROWS,
              MicroVmCosts.ROWS,
              OpenShiftCosts.ROWS,
              ClusterCosts.ROWS)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, List<Row>> BY_PATH =
      ROWS.stream().collect(Collectors.groupingBy(Row::path));

  private CostTable() {}

  /// What a change of this property costs such a thing; empty where it does not reach it.
  static Optional<Judge> judge(String path, Kind kind) {
    return BY_PATH.getOrDefault(path, List.of()).stream()
        .flatMap(it -> Optional.ofNullable(it.judges().get(kind)).stream())
        .findFirst();
  }

  /// The kinds that a property reaches.
  static Set<Kind> reached(String path) {
    return BY_PATH.getOrDefault(path, List.of()).stream()
        .map(Row::judges)
        .flatMap(it -> it.keySet().stream())
        .collect(Collectors.toSet());
  }

  static Set<String> paths() {
    return ROWS.stream().map(Row::path).collect(Collectors.toSet());
  }
}
