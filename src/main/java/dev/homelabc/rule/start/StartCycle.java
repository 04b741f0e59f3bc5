package dev.homelabc.rule.start;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Start;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.source.Place;
import dev.homelabc.value.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

public final class StartCycle implements Rule {
  private static final Code CODE =
      Code.error(
          "start-cycle",
          "VMs are to start after each other in a circle.",
          "None of them could be the first. systemd breaks such a circle by leaving one of the VMs"
              + " out, which one is its choice.",
          Example.webAndDb("after db", "after web"),
          Example.webAndDb("after db", ""));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var next =
        index.lab().starts().stream().collect(Collectors.groupingBy(start -> start.vm().name()));
    var done = new HashSet<Name>();
    // What one word says of all replicas is one mistake.
    var told = new HashSet<Place>();
    for (var vm : index.lab().microVms()) {
      walk(
          vm.name(),
          next,
          done,
          finding -> {
            if (told.add(finding.primary().place())) {
              report.accept(finding);
            }
          });
    }
  }

  /// Follows the order from a VM on, once for each VM, without the call stack: a chain may be long.
  private static void walk(
      Name from, Map<Name, List<Start>> next, Set<Name> done, Consumer<Diagnostic> report) {
    var path = new ArrayList<Start>();
    var onPath = new HashSet<Name>();
    Deque<Deque<Start>> open = new ArrayDeque<>();
    enter(from, next, done, onPath, open);
    while (!open.isEmpty()) {
      var edges = open.peek();
      if (edges.isEmpty()) {
        open.pop();
        if (!path.isEmpty()) {
          onPath.remove(path.removeLast().after().value().name());
        }
        continue;
      }
      var start = edges.pop();
      var after = start.after().value().name();
      if (onPath.contains(after)) {
        path.add(start);
        report.accept(finding(circle(path, after)));
        path.removeLast();
      } else if (!done.contains(after)) {
        path.add(start);
        enter(after, next, done, onPath, open);
      }
    }
  }

  private static void enter(
      Name vm,
      Map<Name, List<Start>> next,
      Set<Name> done,
      Set<Name> onPath,
      Deque<Deque<Start>> open) {
    if (done.add(vm)) {
      onPath.add(vm);
      open.push(new ArrayDeque<>(next.getOrDefault(vm, List.of())));
    }
  }

  /// The end of a path that comes back to a VM.
  private static List<Start> circle(List<Start> path, Name again) {
    int from = path.size() - 1;
    while (!path.get(from).vm().name().equals(again)) {
      from--;
    }
    return path.subList(from, path.size());
  }

  private static Diagnostic finding(List<Start> circle) {
    var last = circle.getLast();
    var names =
        circle.stream().map(it -> "`" + it.vm() + "`").collect(Collectors.joining(" → "))
            + " → `"
            + last.after()
            + "`";
    var finding =
        Diagnostic.at(
            last.after().place(),
            CODE,
            Message.of("`{0}` is to start after itself: {1}", last.after(), names),
            Message.of("`{0}` after `{1}`", last.vm(), last.after()));
    for (var start : circle.subList(0, circle.size() - 1)) {
      finding =
          finding.also(
              start.after().place(), Message.of("`{0}` after `{1}`", start.vm(), start.after()));
    }
    return finding.help(Message.of("take one of them out"));
  }
}
