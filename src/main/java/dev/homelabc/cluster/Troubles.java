package dev.homelabc.cluster;

import dev.homelabc.cluster.Situation.Trouble;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the Warning events about some VMs and all that belongs to them: an event names the object
/// that it is about, by its UID.
record Troubles(Cluster cluster, Scope scope) {
  private static final int MOST = 10;

  List<Trouble> of(Observer.Objects objects, Collection<Item> launchers) {
    var about = new HashSet<String>();
    Stream.of(
            objects.vms().values(), objects.guests().values(), objects.disks().values(), launchers)
        .flatMap(Collection::stream)
        .forEach(it -> about.add(it.uid()));
    for (var claim : objects.claims().values()) {
      about.add(claim.uid());
      var disk = objects.disks().get(claim.name());
      if (disk != null && !disk.text("status", "phase").orElse("").equals("Succeeded")) {
        copying(claim, about);
      }
    }
    about.remove("");
    var found =
        cluster.warnings(scope.namespace()).stream()
            .filter(it -> about.contains(it.text("involvedObject", "uid").orElse("")))
            .map(Troubles::trouble)
            .sorted(Comparator.comparing(Trouble::at))
            .toList();
    return found.subList(Math.max(0, found.size() - MOST), found.size());
  }

  private void copying(Item claim, Set<String> about) {
    Leftovers.namesOf(claim)
        .forEach(it ->
            cluster
                .get(it.kind(), claim.namespace(), it.name())
                .ifPresent(found -> about.add(found.uid())));
  }

  private static Trouble trouble(Item event) {
    var at =
        event
            .text("lastTimestamp")
            .or(() -> event.text("series", "lastObservedTime"))
            .or(() -> event.text("eventTime"))
            .or(() -> event.text("metadata", "creationTimestamp"))
            .map(Troubles::time)
            .orElse(Instant.EPOCH);
    var count = event.text("count").or(() -> event.text("series", "count")).orElse("1");
    return new Trouble(
        at,
        event.text("involvedObject", "kind").orElse("")
            + " "
            + event.text("involvedObject", "name").orElse(""),
        line(event.text("reason").orElse("")),
        line(event.text("message").orElse("")),
        count.matches("[0-9]{1,9}") ? Integer.parseInt(count) : 1);
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      return Instant.EPOCH;
    }
  }
}
