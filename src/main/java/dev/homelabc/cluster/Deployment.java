package dev.homelabc.cluster;

import dev.homelabc.cluster.Step.Outcome;
import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Makes the objects of a scope, one after the other. What is there already is left as it is, so
/// that the same command goes on where an earlier one stopped.
///
/// @param isUpdate whether what is there is brought to what the lab says
/// @param isTrial whether the cluster shall only say what it would do
/// @param journal told of each step once it is done
public record Deployment(
    Cluster cluster,
    Passwords passwords,
    Sha512Crypt crypt,
    boolean isUpdate,
    boolean isTrial,
    Consumer<Step> journal) {

  /// How far it came.
  ///
  /// @param problems why nothing was begun
  /// @param failure why it stopped
  /// @param strangers what is there under a name of ours and was not made by us
  /// @param left what it did not come to
  public record Report(
      List<Message> problems,
      Optional<ClusterFailure> failure,
      List<Step> done,
      List<String> strangers,
      List<String> left) {
    public boolean isWhole() {
      return problems.isEmpty() && failure.isEmpty();
    }

    public long count(Outcome outcome) {
      return done.stream().filter(it -> it.outcome() == outcome).count();
    }

    /// Those of the VMs that are ours.
    public List<String> own(List<String> vms) {
      return vms.stream().filter(it -> !strangers.contains(Kind.VM + " " + it)).toList();
    }

    static Report refused(List<Message> problems) {
      return new Report(problems, Optional.empty(), List.of(), List.of(), List.of());
    }
  }

  /// Makes the objects, or says why none could be begun.
  ///
  /// @throws ClusterFailure where nothing could be begun
  public Report run(Scope scope, Selection selection) {
    var preflight = new Preflight(cluster, scope);
    preflight.check();
    var problems = new ArrayList<>(preflight.missing(selection));
    if (!problems.isEmpty()) {
      return Report.refused(problems);
    }
    var items =
        Stream.concat(
                selection.items().stream(),
                selection.slices().stream().filter(it -> isOurs(it, scope)))
            .toList();
    var found = find(items);
    var going = found.values().stream().filter(Item::isGoing).map(Item::toString).sorted().toList();
    if (!going.isEmpty()) {
      return Report.refused(
          going.stream()
              .map(it -> Message.of("`{0}` is being deleted; run this again when it is gone", it))
              .toList());
    }
    var strangers =
        items.stream()
            .map(Item::toString)
            .filter(it -> found.containsKey(it) && !found.get(it).isOf(scope.project()))
            .toList();
    if (isUpdate && !strangers.isEmpty()) {
      return Report.refused(
          strangers.stream()
              .map(it ->
                  Message.of("`{0}` is there, and was not made by homelabc for this project", it))
              .toList());
    }
    var foreign =
        preflight.foreignDisks(
            items.stream().filter(it -> it.kind() == Kind.VM && isWritten(it, found)).toList());
    return foreign.isEmpty()
        ? apply(fill(items, found), found, strangers, scope)
        : Report.refused(foreign);
  }

  /// What is there already, by kind and name.
  private Map<String, Item> find(List<Item> items) {
    var found = new HashMap<String, Item>();
    for (var item : items) {
      cluster
          .get(item.kind(), item.namespace(), item.name())
          .ifPresent(it -> found.put(item.toString(), it));
    }
    return found;
  }

  private boolean isOurs(Item item, Scope scope) {
    return cluster
        .get(item.kind(), item.namespace(), item.name())
        .filter(it -> it.isOf(scope.project()))
        .isPresent();
  }

  private boolean isWritten(Item item, Map<String, Item> found) {
    return isUpdate || !found.containsKey(item.toString());
  }

  /// The items with the passwords of those Secrets that are going to be written.
  private List<Item> fill(List<Item> items, Map<String, Item> found) {
    if (isTrial) {
      return items;
    }
    var templates = items.stream().filter(it -> isWritten(it, found)).map(Template::of).toList();
    var typed = passwords.of(Template.accounts(templates));
    try {
      var filled = new HashMap<String, Item>();
      templates.forEach(it -> filled.put(it.secret().toString(), it.filled(typed, crypt)));
      return items.stream().map(it -> filled.getOrDefault(it.toString(), it)).toList();
    } finally {
      typed.values().forEach(it -> Arrays.fill(it, ' '));
    }
  }

  private Report apply(
      List<Item> items, Map<String, Item> found, List<String> strangers, Scope scope) {
    var done = new ArrayList<Step>();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      try {
        var step = new Step(apply(item, found, scope), item.toString());
        done.add(step);
        journal.accept(step);
      } catch (ClusterFailure e) {
        journal.accept(new Step(Outcome.FAILED, item.toString()));
        var left = items.subList(i + 1, items.size()).stream().map(Item::toString).toList();
        return new Report(List.of(), Optional.of(e), done, strangers, left);
      }
    }
    return new Report(List.of(), Optional.empty(), done, strangers, List.of());
  }

  private Outcome apply(Item item, Map<String, Item> found, Scope scope) {
    var before = Optional.ofNullable(found.get(item.toString()));
    var wanted = wanted(item, found, scope);
    if (wanted.isEmpty()) {
      return Outcome.SKIPPED;
    }
    var after = cluster.apply(wanted.get(), isTrial);
    found.put(item.toString(), after);
    return before
        .map(it -> it.isSameAs(after) ? Outcome.UNCHANGED : Outcome.UPDATED)
        .orElse(Outcome.CREATED);
  }

  /// What is to be applied; empty where what is there stays as it is. A slice of ours follows the
  /// VMs in any case: without the address of a new one, no request gets there.
  ///
  /// @param found with what was made so far
  private Optional<Item> wanted(Item item, Map<String, Item> found, Scope scope) {
    var before = Optional.ofNullable(found.get(item.toString()));
    boolean isSlice = item.kind() == Kind.ENDPOINTS;
    if (before.isEmpty() || (isUpdate && (!isSlice || scope.isWholeGroup()))) {
      return Optional.of(item);
    }
    var vms =
        found.values().stream()
            .filter(it -> it.kind() == Kind.VM && it.isOf(scope.project()))
            .toList();
    return before
        .filter(it -> isSlice && it.isOf(scope.project()))
        .flatMap(it -> Endpoints.joined(it, item, vms));
  }
}
