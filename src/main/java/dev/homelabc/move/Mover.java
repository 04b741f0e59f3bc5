package dev.homelabc.move;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.format.Formatter;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Suggestion;
import dev.homelabc.model.Vm;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers what becomes of a VM at another place.
public final class Mover {
  private final Compilation now;
  private final List<Declaration> replicas;
  private final Declaration vm;
  private final Trial trial;
  private final Lab lab;
  private final Optional<Vm> bound;

  private Mover(Compilation now, List<Declaration> replicas, Trial trial, Lab lab) {
    this.now = now;
    this.replicas = replicas;
    this.vm = replicas.getFirst();
    this.trial = trial;
    this.lab = lab;
    this.bound =
        Stream.<Vm>concat(lab.microVms().stream(), lab.openShiftVms().stream())
            .filter(it -> it.name().equals(vm.name()))
            .findFirst();
  }

  /// What comes of the question.
  public sealed interface Answer {
    record Moved(Move move) implements Answer {}

    /// Nothing can be said, and why.
    record Unclear(Message reason) implements Answer {}
  }

  /// Asks what becomes of a VM, or of all replicas of one.
  ///
  /// @param name of the VM or of replicas
  /// @param place name of a host or project
  public static Answer ask(SourceSet sources, String name, String place) {
    var now = Compiler.compile(sources, List.of());
    var replicas =
        now.declarations().stream()
            .filter(it -> it.kind().equals("vm"))
            .filter(it -> it.name().text().equals(name) || it.base().text().equals(name))
            .map(Declaration::base)
            .findFirst()
            .map(base ->
                now.declarations().stream()
                    .filter(it -> it.kind().equals("vm") && it.base().equals(base))
                    .toList())
            .orElse(List.of());
    if (replicas.isEmpty()) {
      return new Answer.Unclear(unknown(now, name));
    }
    var trial = new Trial(sources, replicas.getFirst());
    // A VM that does not fit its place is what people ask about most.
    var lab = now.lab().or(() -> trial.without().lab());
    return lab.map(it -> new Mover(now, replicas, trial, it).to(place))
        .orElseGet(() ->
            new Answer.Unclear(Message.of("a move can be told when all of the lab can be read")));
  }

  private static Message unknown(Compilation now, String name) {
    var vms =
        now.declarations().stream()
            .filter(it -> it.kind().equals("vm"))
            .flatMap(it -> Stream.of(it.name().text(), it.base().text()))
            .distinct()
            .toList();
    var advice = Suggestion.of(name, vms, Message.of("VMs"));
    return Message.of("`{0}` is no VM of this lab; {1}", name, advice.help());
  }

  private Answer to(String place) {
    var host = lab.hosts().stream().filter(it -> it.name().text().equals(place)).findFirst();
    var project = lab.projects().stream().filter(it -> it.name().text().equals(place)).findFirst();
    if (host.isEmpty() && project.isEmpty()) {
      var places =
          Stream.concat(
                  lab.hosts().stream().map(Host::toString),
                  lab.projects().stream().map(OpenShiftProject::toString))
              .toList();
      var advice = Suggestion.of(place, places, Message.of("hosts and projects"));
      return new Answer.Unclear(
          Message.of("`{0}` is no host or project; {1}", place, advice.help()));
    }
    var to = host.isPresent() ? Platform.MICROVM : Platform.OPENSHIFT;
    var from = from(to);
    if (from == to && here().equals(Optional.of(place))) {
      return new Answer.Unclear(Message.of("`{0}` is on `{1}` already", vm.base(), place));
    }
    if (from == to) {
      var then = trial.on(place);
      return moved(from, to, place, Sideways.outcome(vm), Optional.empty(), then);
    }
    var outcome =
        host.map(it -> new ToHost(lab, vm, bound(OpenShiftVm.class), it).outcome())
            .orElseGet(() ->
                new ToProject(lab, vm, bound(MicroVm.class), project.orElseThrow()).outcome());
    var there = there(place, outcome);
    return moved(from, to, place, outcome, Optional.of(there), trial.as(there));
  }

  private Answer moved(
      Platform from,
      Platform to,
      String place,
      Outcome outcome,
      Optional<String> there,
      Compilation then) {
    var additions = new ArrayList<Addition>();
    additions.add(new Addition("on " + place, Message.of("where it runs")));
    additions.addAll(outcome.additions());
    var notes = new ArrayList<Message>();
    if (from == Platform.MICROVM) {
      notes.add(
          Message.of(
              "what it has on its host stays there; after the next build `PRUNE.md` lists it"));
    } else {
      notes.add(Message.of("its disk stays in the project until somebody deletes it"));
    }
    otherSystem(place).ifPresent(notes::add);
    var source = bound.flatMap(_ -> here()).map(it -> place(from, it)).orElseGet(() -> any(from));
    return new Answer.Moved(
        new Move(
            Message.of("`{0}`: {1} → {2}", vm.base(), source, place(to, place)),
            outcome.items(),
            additions,
            there,
            Trial.news(now, then),
            notes));
  }

  /// That the machines differ, where both are hosts and do.
  private Optional<Message> otherSystem(String place) {
    var before = bound(MicroVm.class).map(it -> it.on().value().system().value());
    return lab.hosts().stream()
        .filter(it -> it.name().text().equals(place))
        .map(it -> it.system().value())
        .filter(it -> before.filter(was -> !was.equals(it)).isPresent())
        .map(it ->
            Message.of(
                "`{0}` is {1}, and it was on {2}: programs on its volumes will not run there",
                place, it, before.orElseThrow()))
        .findFirst();
  }

  /// The VM as text of the language.
  private String there(String place, Outcome outcome) {
    var lines = new StringBuilder("vm " + vm.base() + " {\non " + place + "\n");
    if (!vm.name().equals(vm.base())) {
      lines.append("replicas ").append(replicas.size()).append('\n');
    }
    outcome.items().stream()
        .filter(it -> it.fate() == Fate.CARRIED || it.fate() == Fate.CHECK)
        .forEach(it -> lines.append(it.line().text()));
    outcome.additions().forEach(it -> lines.append(it.line()).append('\n'));
    return Formatter.format(Parser.parse(new SourceFile("", lines.append("}\n").toString())));
  }

  /// The platform that it leaves: where it runs, or where it was before its `on` was changed, to
  /// which some of its lines belong still.
  private Platform from(Platform to) {
    return bound
        .map(it ->
            switch (it) {
              case MicroVm _ -> Platform.MICROVM;
              case OpenShiftVm _ -> Platform.OPENSHIFT;
            })
        .orElseGet(() ->
            vm.stated().stream()
                .map(it -> it.property().platform())
                .filter(it -> it != Platform.ANY && it != to)
                .findFirst()
                .or(() -> here().map(this::platform))
                .orElse(to));
  }

  private Platform platform(String place) {
    return lab.hosts().stream().anyMatch(it -> it.name().text().equals(place))
        ? Platform.MICROVM
        : Platform.OPENSHIFT;
  }

  private Optional<String> here() {
    return bound
        .map(it ->
            switch (it) {
              case MicroVm micro -> micro.on().toString();
              case OpenShiftVm openShift -> openShift.project().toString();
            })
        .or(() -> Optional.ofNullable(vm.implied().get("on")));
  }

  private <T> Optional<T> bound(Class<T> type) {
    return bound.filter(type::isInstance).map(type::cast);
  }

  private static Message place(Platform platform, String name) {
    return platform == Platform.MICROVM
        ? Message.of("host `{0}`", name)
        : Message.of("OpenShift project `{0}`", name);
  }

  private static Message any(Platform platform) {
    return platform == Platform.MICROVM ? Message.of("a host") : Message.of("an OpenShift project");
  }
}
