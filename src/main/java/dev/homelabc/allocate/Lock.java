package dev.homelabc.allocate;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All that was ever given and not pruned, sorted: the content of `homelab.lock`.
public record Lock(NavigableSet<Given> all) {
  public static final Lock EMPTY = new Lock(List.of());

  /// What the file tells those who open it.
  static final String HEADER =
      "# What homelabc has assigned. `homelabc build` keeps this file; commit it.\n";

  public Lock {
    all = Collections.unmodifiableNavigableSet(new TreeSet<>(all));
  }

  Lock(Collection<Given> all) {
    this(new TreeSet<>(all));
  }

  /// What VMs have now.
  public List<Given> live() {
    return all.stream().filter(it -> !it.isFreed()).toList();
  }

  /// What rests.
  public List<Given> freed() {
    return all.stream().filter(Given::isFreed).toList();
  }

  /// These entries without those that nobody has.
  ///
  /// @param now what is given now
  public Lock pruned(Lock now) {
    return new Lock(now.live().stream().filter(all::contains).toList());
  }

  /// The text of the file; nothing given is no file.
  public Optional<String> text() {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            all.stream().map(it -> it + "\n").collect(Collectors.joining("", HEADER, "")));
  }
}
