package dev.homelabc.plan;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of a plan, for a terminal and for a page alike.
///
/// @param isFull whether nothing is left out
record Words(Language language, boolean isFull) {
  /// What tells people what a new machine is.
  private static final Set<String> ESSENTIAL =
      Set.of(
          "vm/vcpu",
          "vm/memory",
          "vm/vlan",
          "vm/ip",
          "vm/instance-type",
          "vm/disk",
          "vm/image",
          "vm/network",
          "vm/run-strategy",
          "vlan/id",
          "vlan/subnet",
          "host/lan",
          "host/bridge",
          "host/vms",
          "cluster/control-plane",
          "cluster/worker",
          "cluster/cni",
          "openshift/namespace",
          "openshift/network",
          "deployment/image",
          "deployment/replicas",
          "deployment/port");

  private static final int MOST_NAMES = 6;
  private static final int LONGEST = 60;

  String text(Message message) {
    return message.in(language);
  }

  /// Whether a change is worth a line: people read what nobody's machine has in the sources.
  boolean isShown(Change change) {
    return isFull || change.cost() != Cost.NOTHING || change.basis() != Basis.NO_OUTPUT;
  }

  boolean isShown(Entry entry) {
    return entry.state() != State.CHANGED
        || !entry.steps().isEmpty()
        || entry.changes().stream().anyMatch(this::isShown);
  }

  /// `vm web-01, web-02 on box`.
  String head(Group group) {
    var subject = group.first().subject();
    var names =
        subject.name().isEmpty()
            ? subject.kind().keyword()
            : subject.kind().keyword() + " " + list(group.names());
    return group.first().where().map(it -> text(Message.of("{0} on {1}", names, it))).orElse(names);
  }

  /// `new`, `restart, manual step`, `recreate, data is lost`.
  String outcome(Group group) {
    var entry = group.first();
    var words = new ArrayList<String>();
    switch (entry.state()) {
      case ADDED -> words.add(text(Message.of("new")));
      case REMOVED -> words.add(text(Message.of("removed")));
      case CHANGED -> {}
    }
    entry.costs().stream()
        .filter(it -> entry.state() == State.CHANGED || it == Cost.MANUAL)
        .forEach(it -> words.add(text(it.words())));
    if (entry.isDestructive()) {
      words.add(text(Message.of("data is lost")));
    }
    return String.join(", ", words);
  }

  /// Names, and how many more.
  String list(Collection<String> names) {
    if (isFull || names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    return text(
        Message.of(
            "{0} and {1} more",
            names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")),
            names.size() - MOST_NAMES));
  }

  /// What changes, on one line.
  String change(Change change) {
    var owner = change.owner().isEmpty() ? "" : change.owner() + ": ";
    var label = owner + label(change);
    var before = change.before().map(this::value).orElse("");
    var after = change.after().map(this::value).orElse("");
    return switch (change.state()) {
      case ADDED -> after.isEmpty() ? label : label + " " + after;
      case REMOVED -> before.isEmpty() ? label : label + " " + before;
      case CHANGED ->
          before.equals(after) || before.isEmpty() || after.isEmpty()
              ? label
              : label + " " + before + " -> " + after;
    };
  }

  /// Where an entry has several costs, that of a line.
  Optional<String> cost(Change change, Entry entry) {
    var words = new ArrayList<String>();
    boolean isSaid = entry.costs().size() == 1 && change.cost() == entry.cost();
    if (entry.state() == State.CHANGED && !isSaid) {
      words.add(text(change.cost().words()));
    }
    if (change.loses()) {
      words.add(text(Message.of("data is lost")));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private String label(Change change) {
    var label = text(change.title());
    int end = label.indexOf('\n');
    return end < 0 ? shortened(label) : label.substring(0, label.indexOf(' ')) + " …";
  }

  private String value(String text) {
    return text.indexOf('\n') >= 0 ? "" : shortened(text);
  }

  /// Of what is long, both ends: a key has its owner's name there.
  private String shortened(String text) {
    return isFull || text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST - 16) + "…" + text.substring(text.length() - 15);
  }

  /// What a new subject is, in a few words.
  Optional<String> essentials(Group group) {
    var all = group.members().stream().map(Entry::changes).map(this::essentials).distinct();
    var words = all.toList();
    return words.size() == 1 ? words.getFirst() : Optional.empty();
  }

  private Optional<String> essentials(List<Change> changes) {
    var words =
        changes.stream()
            .filter(it -> ESSENTIAL.contains(it.path()))
            .map(this::change)
            .collect(Collectors.joining(", "));
    return Optional.of(words).filter(it -> !it.isEmpty());
  }

  /// What stays of what went, by whose it was where there are several.
  List<String> left(Group group) {
    return group.members().stream()
        .filter(it -> !it.left().isEmpty())
        .map(it -> {
          var all = String.join(", ", it.left());
          return group.isOne()
              ? text(Message.of("stays: {0}", all))
              : text(Message.of("stays of {0}: {1}", it.subject().name(), all));
        })
        .toList();
  }

  /// Who depends on it; where not all of a group have the same users, by whom they depend on.
  List<String> uses(Group group) {
    var owners = new LinkedHashMap<Use, List<String>>();
    for (var member : group.members()) {
      member
          .users()
          .forEach(it ->
              owners.computeIfAbsent(it, _ -> new ArrayList<>()).add(member.subject().name()));
    }
    return owners.entrySet().stream()
        .map(it -> {
          var use = text(it.getKey().words(list(it.getKey().users())));
          return it.getValue().size() == group.members().size()
              ? use
              : text(Message.of("{0}: {1}", list(it.getValue()), use));
        })
        .toList();
  }

  /// `1 new, 2 changed, 1 removed: restart 1, manual step 1`.
  String summary(Plan plan) {
    var costs = new EnumMap<Cost, Integer>(Cost.class);
    plan.entries().stream()
        .filter(it -> it.state() == State.CHANGED)
        .flatMap(it -> it.costs().stream())
        .forEach(it -> costs.merge(it, 1, Integer::sum));
    var counts =
        text(
            Message.of(
                "{0} new, {1} changed, {2} removed",
                count(plan, State.ADDED), count(plan, State.CHANGED), count(plan, State.REMOVED)));
    var each =
        costs.entrySet().stream()
            .map(it -> text(it.getKey().words()) + " " + it.getValue())
            .collect(Collectors.joining(", "));
    return each.isEmpty() ? counts : counts + ": " + each;
  }

  private static long count(Plan plan, State state) {
    return plan.entries().stream().filter(it -> it.state() == state).count();
  }

  /// What of data becomes.
  String losses(Plan plan) {
    var losing =
        plan.entries().stream()
            .filter(Entry::isDestructive)
            .map(it -> it.subject().toString())
            .toList();
    return text(
        losing.isEmpty()
            ? Message.of("no data is lost")
            : Message.of("data is lost: {0}", list(losing)));
  }

  /// How many changes are not shown, if any.
  Optional<String> hidden(Plan plan) {
    long count =
        plan.entries().stream()
            .filter(it -> it.state() == State.CHANGED)
            .flatMap(it -> it.changes().stream())
            .filter(it -> !isShown(it))
            .count();
    return count == 0
        ? Optional.empty()
        : Optional.of(text(Message.of("not shown, because no machine has it: {0}", count)));
  }

  String nothing() {
    return text(Message.of("nothing changes"));
  }

  /// The files that change, each behind a sign.
  Stream<String> files(Plan plan) {
    return plan.files().entrySet().stream().map(it -> it.getValue().sign() + " " + it.getKey());
  }
}
