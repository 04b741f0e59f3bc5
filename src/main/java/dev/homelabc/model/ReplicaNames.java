package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import dev.homelabc.value.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The names of all targets with replicas counted out, each given once.
final class ReplicaNames {
  private final Map<Name, Place> taken = new HashMap<>();
  private final Consumer<Diagnostic> report;

  ReplicaNames(List<Host> hosts, List<OpenShiftProject> projects, Consumer<Diagnostic> report) {
    this.report = report;
    hosts.forEach(it -> taken.put(it.name(), it.origin().place()));
    projects.forEach(it -> taken.put(it.name(), it.origin().place()));
  }

  /// Whether the name was free; reported if not.
  boolean take(Name name, Place place) {
    var first = taken.putIfAbsent(name, place);
    if (first == null) {
      return true;
    }
    // Two declarations of one name have been reported as they stand.
    if (first.text().equals(place.text())) {
      return false;
    }
    report.accept(
        Diagnostic.at(
                place,
                ModelCodes.DUPLICATE_NAME,
                Message.of("`vm {0}` is declared a second time, counting replicas", name),
                Message.of("declared again here"))
            .also(first, Message.of("first declared here"))
            .help(Message.of("rename one of the two")));
    return false;
  }
}
