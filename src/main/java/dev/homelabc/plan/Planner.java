package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Fact.Mark;
import dev.homelabc.plan.Subject.Kind;
import dev.homelabc.value.RunStrategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares two labs, thing by thing.
final class Planner {
  /// What reaches a machine without being in one of its own files: the flake's inputs, and what its
  /// host does with it.
  private static final Set<String> IN_NO_FILE =
      Set.of("lab/nixpkgs", "lab/microvm", "host/vms", "host/storage-root");

  /// Of a value that reaches machines, where there is none that it reaches.
  private static final Judge NO_MACHINE = Judge.always(Effect.of(Cost.NOTHING, Basis.NO_OUTPUT));

  private final Side old;
  private final Side now;
  private final Reach before;
  private final Reach after;
  private final NavigableMap<String, State> files;
  private final Steps steps;

  Planner(Side old, Side now) {
    this.old = old;
    this.now = now;
    this.before = new Reach(old);
    this.after = new Reach(now);
    this.files = Files.differences(old.files(), now.files());
    this.steps = new Steps(old, now);
  }

  Plan plan() {
    var entries = new ArrayList<Entry>();
    var subjects = new TreeSet<>(old.subjects());
    subjects.addAll(now.subjects());
    for (var subject : subjects) {
      if (!old.subjects().contains(subject)) {
        entries.add(added(subject));
      } else if (!now.subjects().contains(subject)) {
        entries.add(removed(subject));
      } else if (!isOfPeople(subject)) {
        changed(subject).ifPresent(entries::add);
      }
    }
    for (var subject : subjects) {
      boolean stays = old.subjects().contains(subject) && now.subjects().contains(subject);
      if (stays && isOfPeople(subject)) {
        ofPeople(subject, entries).ifPresent(entries::add);
      }
    }
    unspoken(entries).ifPresent(entries::add);
    entries.sort(Entry.ORDER);
    return new Plan(new Users(old, now, entries).named(), files);
  }

  private Entry added(Subject subject) {
    var changes = new ArrayList<Change>();
    var facts = now.stated(subject.id());
    for (var fact : outermost(facts, facts)) {
      changes.add(
          Change.of(
              delta(subject, Optional.empty(), Optional.of(fact)),
              Effect.of(Cost.NOTHING, Basis.NO_OUTPUT)));
    }
    return steps.added(subject, changes);
  }

  private Entry removed(Subject subject) {
    return steps.removed(subject);
  }

  private Optional<Entry> changed(Subject subject) {
    var changes = new ArrayList<Change>();
    for (var delta : deltas(subject, before.of(subject), after.of(subject))) {
      CostTable.judge(delta.any().path(), subject.kind())
          .ifPresent(it -> changes.add(Change.of(delta, halted(subject, it.of(delta)))));
    }
    return entry(subject, changes);
  }

  private Optional<Entry> entry(Subject subject, List<Change> changes) {
    changes.addAll(unexplained(subject, changes));
    return changes.isEmpty() ? Optional.empty() : Optional.of(steps.changed(subject, changes));
  }

  /// What is not as it was, of what a thing says itself and of what else reaches it.
  private List<Delta> deltas(Subject subject, Map<Mark, Fact> was, Map<Mark, Fact> is) {
    var owners = new HashSet<>(before.owners(subject));
    owners.retainAll(after.owners(subject));
    boolean isTouched = isTouched(subject);
    var deltas = new ArrayList<Delta>();
    for (var key : keys(was, is)) {
      var delta =
          delta(subject, Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key)));
      boolean reaches =
          key.owner().equals(subject.id())
              || (owners.contains(key.owner())
                  && (isTouched || IN_NO_FILE.contains(delta.any().path())));
      if (reaches && !delta.isSame()) {
        deltas.add(delta);
      }
    }
    return deltas;
  }

  /// A VM that is not to run has nothing that could restart.
  private Effect halted(Subject subject, Effect effect) {
    boolean isHalted =
        subject.kind() == Kind.OPENSHIFT_VM
            && now.openShiftVm(subject.name())
                .filter(it -> it.runStrategy().value() == RunStrategy.HALTED)
                .isPresent();
    return isHalted && effect.cost() == Cost.RESTART
        ? Effect.of(Cost.NOTHING, effect.basis()).with(Message.of("it has it when it starts next"))
        : effect;
  }

  /// What to compare, in the order of the lab that is to be; without what is inside of a block that
  /// came or went as a whole.
  private static List<Mark> keys(Map<Mark, Fact> was, Map<Mark, Fact> is) {
    var gone = was.values().stream().filter(it -> !is.containsKey(it.mark())).toList();
    var come = is.values().stream().filter(it -> !was.containsKey(it.mark())).toList();
    var keys = new LinkedHashSet<Mark>();
    var inside = new HashSet<Mark>();
    for (var fact : gone) {
      if (isInside(fact, gone)) {
        inside.add(fact.mark());
      }
    }
    for (var fact : come) {
      if (isInside(fact, come)) {
        inside.add(fact.mark());
      }
    }
    is.keySet().forEach(keys::add);
    was.keySet().forEach(keys::add);
    keys.removeAll(inside);
    return List.copyOf(keys);
  }

  private static List<Fact> outermost(List<Fact> facts, Collection<Fact> all) {
    return facts.stream().filter(it -> !isInside(it, all)).toList();
  }

  private static boolean isInside(Fact fact, Collection<Fact> blocks) {
    return blocks.stream()
        .anyMatch(it -> it.owner().equals(fact.owner()) && fact.isInside(it.label()));
  }

  private Delta delta(Subject subject, Optional<Fact> was, Optional<Fact> is) {
    return new Delta(subject, was, is, old, now);
  }

  /// Whether a file of its differs.
  private boolean isTouched(Subject subject) {
    return filesOf(subject).stream().anyMatch(files::containsKey);
  }

  private Set<String> filesOf(Subject subject) {
    var all = new TreeSet<>(before.files(subject));
    all.addAll(after.files(subject));
    return all;
  }

  /// Files that differ though nothing said so far makes them: the order of a list, or what the
  /// table of costs does not know.
  private List<Change> unexplained(Subject subject, List<Change> changes) {
    var found = new ArrayList<Change>();
    for (var file : filesOf(subject)) {
      if (files.get(file) == State.CHANGED && !isExplained(subject, file, changes)) {
        var path = path(subject.kind());
        var fact = Fact.derived(subject, path, Message.of("{0}", file), "");
        var delta = delta(subject, Optional.of(fact), Optional.of(fact));
        CostTable.judge(path, subject.kind())
            .ifPresent(it -> found.add(Change.of(delta, it.of(delta))));
      }
    }
    return found;
  }

  private static String path(Kind kind) {
    return switch (kind) {
      case LAB, VLAN -> LabCosts.FILE;
      case HOST -> HostCosts.FILE;
      case MICROVM, OPENSHIFT_VM -> MicroVmCosts.FILE;
      case CLUSTER -> ClusterCosts.FILE;
      case DEPLOYMENT -> ClusterCosts.WORKLOAD_FILE;
      case PROJECT -> OpenShiftCosts.FILE;
    };
  }

  private boolean isExplained(Subject subject, String file, List<Change> changes) {
    return switch (subject.kind()) {
      case LAB, VLAN -> true;
      // It says which VMs there are and what they share: these have entries of their own.
      case HOST ->
          file.endsWith("/microvms.nix")
              || file.endsWith("/microvm-storage.nix")
              || changes.stream().anyMatch(it -> it.cost() != Cost.NOTHING);
      case MICROVM -> changes.stream().anyMatch(it -> it.cost().compareTo(Cost.RESTART) >= 0);
      // The procedure names what has entries of its own.
      case CLUSTER -> !changes.isEmpty() || file.endsWith("/README.md");
      case DEPLOYMENT, PROJECT, OPENSHIFT_VM -> !changes.isEmpty();
    };
  }

  /// Whether nothing runs that is it: most of what it says costs the machines that it reaches.
  private static boolean isOfPeople(Subject subject) {
    return switch (subject.kind()) {
      case LAB, VLAN, PROJECT -> true;
      case HOST, MICROVM, CLUSTER, DEPLOYMENT, OPENSHIFT_VM -> false;
    };
  }

  /// What such a thing says otherwise, but for what costs nothing there and something elsewhere.
  private Optional<Entry> ofPeople(Subject subject, List<Entry> entries) {
    var elsewhere =
        entries.stream()
            .flatMap(it -> it.changes().stream())
            .map(it -> new Mark(it.owner(), it.label()))
            .collect(Collectors.toSet());
    var changes = new ArrayList<Change>();
    for (var delta : deltas(subject, said(old, before, subject), said(now, after, subject))) {
      var effect = CostTable.judge(delta.any().path(), subject.kind()).orElse(NO_MACHINE).of(delta);
      if (effect.cost() != Cost.NOTHING || !elsewhere.contains(delta.any().mark())) {
        changes.add(Change.of(delta, effect));
      }
    }
    return entry(subject, changes);
  }

  /// What reaches it, and all that it says.
  private static Map<Mark, Fact> said(Side side, Reach reach, Subject subject) {
    var said = new LinkedHashMap<Mark, Fact>();
    side.stated(subject.id()).forEach(it -> said.put(it.mark(), it));
    said.putAll(reach.of(subject));
    return said;
  }

  /// Files that no entry explains.
  private Optional<Entry> unspoken(List<Entry> entries) {
    if (!entries.isEmpty() || files.isEmpty()) {
      return Optional.empty();
    }
    var changes = new ArrayList<Change>();
    for (var file : files.keySet()) {
      var fact = Fact.derived(Subject.LAB, LabCosts.FILE, Message.of("{0}", file), "");
      var delta = delta(Subject.LAB, Optional.of(fact), Optional.of(fact));
      changes.add(Change.of(delta, Effect.of(Cost.NOTHING, Basis.NO_OUTPUT)));
    }
    return Optional.of(steps.changed(Subject.LAB, changes));
  }
}
