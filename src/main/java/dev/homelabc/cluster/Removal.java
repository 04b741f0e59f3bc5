package dev.homelabc.cluster;

import dev.homelabc.cluster.Step.Outcome;
import dev.homelabc.diagnostic.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Deletes what a plan lists, one after the other: a right to delete single objects is enough.
///
/// @param patience how long to wait at most until all VMs are gone
/// @param isTrial whether the cluster shall only say whether it would
/// @param journal told of each step once it is done, and why something was kept
public record Removal(
    Cluster cluster,
    Scope scope,
    Pace pace,
    Duration patience,
    boolean isTrial,
    BiConsumer<Step, Message> journal) {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /// Deletes all of it, in an order in which nothing is missed by what is left.
  ///
  /// @return VMs that are still there when there was no time left
  public List<String> run(RemovalPlan plan) {
    plan.vms().forEach(it -> delete(it));
    plan.disks().forEach(it -> delete(it));
    if (!isTrial) {
      var late = await(Stream.of(plan.vms(), plan.disks()).flatMap(List::stream).toList());
      if (!late.isEmpty()) {
        return late;
      }
      leftovers(plan);
    }
    plan.own().forEach(it -> delete(it));
    var needs = Needs.without(cluster, scope, plan.vms());
    plan.shared().forEach(it -> unless(needs.users(it), it));
    networks(plan, needs);
    plan.kept().forEach(it -> keep(it, plan));
    return List.of();
  }

  private void delete(Item item) {
    cluster.delete(item, isTrial);
    journal.accept(new Step(Outcome.DELETED, item.toString()), Message.NONE);
  }

  private void unless(List<String> users, Item item) {
    if (users.isEmpty()) {
      delete(item);
    } else {
      keep(item, RemovalPlan.need(users.getFirst()));
    }
  }

  private void keep(RemovalPlan.Kept kept, RemovalPlan plan) {
    var item = kept.item();
    if (item.kind() != Kind.ENDPOINTS) {
      keep(item, kept.why());
      return;
    }
    try {
      cluster
          .get(item.kind(), item.namespace(), item.name())
          .filter(it -> it.uid().equals(item.uid()))
          .ifPresent(it -> cluster.apply(Endpoints.without(it, plan.vms()), isTrial));
      journal.accept(new Step(Outcome.UPDATED, item.toString()), Message.NONE);
    } catch (ClusterFailure e) {
      if (!e.isForbidden()) {
        throw e;
      }
      keep(item, e.what());
    }
  }

  private void keep(Item item, Message why) {
    journal.accept(new Step(Outcome.KEPT, item.toString()), why);
  }

  /// The names of those that are not gone in time.
  private List<String> await(List<Item> items) {
    var waiting = new ArrayList<>(items);
    var end = pace.now().plus(patience);
    while (true) {
      waiting.removeIf(it ->
          cluster
              .get(it.kind(), it.namespace(), it.name())
              .filter(found -> found.uid().equals(it.uid()))
              .isEmpty());
      if (waiting.isEmpty() || !pace.now().isBefore(end) || !pace.pause(PAUSE)) {
        return waiting.stream().map(Item::toString).toList();
      }
    }
  }

  /// What CDI left of the copying to PVCs that are gone. A name that holds the UID of such a PVC is
  /// of nobody else; under another name it has to be the object that we saw.
  private void leftovers(RemovalPlan plan) {
    var seen = plan.copying().stream().map(Item::uid).collect(Collectors.toSet());
    for (var claim : plan.claims()) {
      for (var candidate : Leftovers.namesOf(claim)) {
        cluster
            .get(candidate.kind(), claim.namespace(), candidate.name())
            .filter(it -> candidate.isUnique() || seen.contains(it.uid()))
            .filter(it -> !it.isGoing())
            .ifPresent(this::delete);
      }
    }
  }

  private void networks(RemovalPlan plan, Needs needs) {
    if (plan.networks().isEmpty()) {
      return;
    }
    var users = needs.usersOfNetworks();
    plan.networks().forEach(it -> network(it, users));
  }

  private void network(Item network, Map<String, List<String>> users) {
    try {
      unless(users.getOrDefault(network.namespace() + "/" + network.name(), List.of()), network);
    } catch (ClusterFailure e) {
      if (!e.isForbidden()) {
        throw e;
      }
      keep(network, e.what());
    }
  }
}
