package dev.homelabc.cli;

import dev.homelabc.cluster.Scope;
import dev.homelabc.cluster.Selection;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.emit.Target;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Suggestion;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A lab and the part of it that a command is about. Says what is wrong with either.
final class ScopedLab {
  private static final List<Target> OPENSHIFT = List.of(Target.named("openshift").orElseThrow());

  private final Terminal terminal;
  private final ScopeOptions options;

  private final Purpose purpose;

  /// What the command does with the VMs.
  enum Purpose {
    /// It has to know them, and may be asked for more than the lab has.
    MAKE,
    SEE,
    REMOVE
  }

  private int code = Exit.FINE;

  /// @param selection the objects of the scope, as `build` would write them
  record Chosen(Scope scope, Selection selection) {}

  private ScopedLab(Terminal terminal, ScopeOptions options, Purpose purpose) {
    this.terminal = terminal;
    this.options = options;
    this.purpose = purpose;
  }

  /// What came of it: a choice, or an exit code.
  record Outcome(Optional<Chosen> chosen, int code) {}

  static Outcome read(Terminal terminal, ScopeOptions options, Purpose purpose) {
    var lab = new ScopedLab(terminal, options, purpose);
    var chosen = lab.read();
    return new Outcome(chosen, lab.code);
  }

  private Optional<Chosen> read() {
    var problem = options.problem();
    if (problem.isPresent()) {
      return refuse(problem.get());
    }
    var sources = LabFiles.read(options.path());
    var compilation = Compiler.compile(sources, OPENSHIFT);
    terminal.report(terminal.err(), compilation.report());
    return whole(compilation).flatMap(lab -> chosen(lab, sources, compilation));
  }

  /// The lab, if nothing is wrong with it.
  private Optional<Lab> whole(Compilation compilation) {
    if (compilation.tree().isPresent()) {
      return compilation.lab();
    }
    terminal.err().println(terminal.text(Message.of("the cluster was not asked")));
    code = Exit.FINDINGS;
    return Optional.empty();
  }

  private Optional<Chosen> chosen(Lab lab, SourceSet sources, Compilation compilation) {
    var name = options.project().orElse("");
    var project = lab.projects().stream().filter(it -> it.name().text().equals(name)).findFirst();
    if (project.isEmpty()) {
      var known = lab.projects().stream().map(it -> it.name().text()).toList();
      var advice = Suggestion.of(name, known, Message.of("OpenShift projects"));
      return refuse(Message.of("there is no project `{0}`; {1}", name, advice.help()));
    }
    return options.target().isPresent()
        ? target(lab, project.get(), sources, compilation, options.target().get())
        : group(lab, project.get(), sources, compilation);
  }

  private Optional<Chosen> group(
      Lab lab, OpenShiftProject project, SourceSet sources, Compilation compilation) {
    var group = options.vm();
    if (group.isPresent() && !isKnown(lab, project, group.get())) {
      return Optional.empty();
    }
    var count = options.replicas();
    if (count.isEmpty()) {
      return choose(compilation, scope(project, group, Optional.empty()));
    }
    if (!isCounted(lab, project, group.orElse(""))) {
      return Optional.empty();
    }
    var instances =
        IntStream.rangeClosed(1, count.get())
            .mapToObj(it -> new Replica(group.orElse(""), it).name())
            .collect(Collectors.toSet());
    // Who makes VMs makes what they have in common, too, and who looks sees those beyond the
    // number.
    var scope =
        scope(
            project, group, purpose == Purpose.REMOVE ? Optional.of(instances) : Optional.empty());
    return replicated(sources, group.orElse(""), count.get()).flatMap(it -> choose(it, scope));
  }

  private Optional<Chosen> target(
      Lab lab,
      OpenShiftProject project,
      SourceSet sources,
      Compilation compilation,
      String target) {
    var read = Replica.of(target);
    if (read.isEmpty() || read.get().number() < 1) {
      return refuse(
          Message.of("`--target {0}` has no number from 1 at its end, as in `web-02`", target));
    }
    var replica = read.get();
    var group = replica.group();
    if (options.vm().filter(it -> !it.equals(group)).isPresent()) {
      return refuse(Message.of("`{0}` is no replica of `{1}`", target, options.vm().get()));
    }
    if (!isKnown(lab, project, group) || !isCounted(lab, project, group)) {
      return Optional.empty();
    }
    if (!replica.name().equals(target) || replica.number() > Replica.MOST) {
      return refuse(
          Message.of("replicas of `{0}` are called `{0}-01` to `{0}-{1}`", group, Replica.MOST));
    }
    var scope = scope(project, Optional.of(group), Optional.of(Set.of(target)));
    boolean isThere =
        group(lab, project, group).stream().anyMatch(it -> it.name().text().equals(target));
    return isThere || purpose != Purpose.MAKE
        ? choose(compilation, scope)
        : replicated(sources, group, replica.number()).flatMap(it -> choose(it, scope));
  }

  private static Scope scope(
      OpenShiftProject project, Optional<String> group, Optional<Set<String>> instances) {
    return new Scope(project.name().text(), project.namespace().value().text(), group, instances);
  }

  private static Optional<Chosen> choose(Compilation compilation, Scope scope) {
    return compilation.tree().map(it -> new Chosen(scope, Selection.of(it, scope)));
  }

  /// The lab with another number of replicas, if that is no mistake.
  private Optional<Compilation> replicated(SourceSet sources, String vm, int count) {
    var other = Compiler.compile(sources.replicating(vm, count), OPENSHIFT);
    if (other.tree().isPresent()) {
      return Optional.of(other);
    }
    terminal.report(terminal.err(), other.report());
    whole(other);
    return Optional.empty();
  }

  /// A VM that the lab has no more may still be in the cluster, to be seen and deleted.
  private boolean isKnown(Lab lab, OpenShiftProject project, String group) {
    var groups = lab.in(project).stream().map(it -> it.group().text()).distinct().toList();
    if (groups.contains(group) || purpose != Purpose.MAKE) {
      return true;
    }
    var advice = Suggestion.of(group, groups, Message.of("VMs of project `{0}`", project));
    refuse(Message.of("there is no VM `{0}`; {1}", group, advice.help()));
    Replica.of(group)
        .filter(it -> groups.contains(it.group()))
        .ifPresent(
            _ -> terminal.help(Message.of("one replica is named with `--target {0}`", group)));
    return false;
  }

  /// A VM without `replicas` has no number in its name, and the address of number 1.
  private boolean isCounted(Lab lab, OpenShiftProject project, String group) {
    if (group(lab, project, group).stream().noneMatch(it -> it.name().equals(it.group()))) {
      return true;
    }
    refuse(Message.of("`vm {0}` has no `replicas`, so there is one, without a number", group));
    terminal.help(Message.of("write `replicas 1` in it; its name is then `{0}-01`", group));
    return false;
  }

  private static List<OpenShiftVm> group(Lab lab, OpenShiftProject project, String group) {
    return lab.in(project).stream().filter(it -> it.group().text().equals(group)).toList();
  }

  private Optional<Chosen> refuse(Message why) {
    terminal.err().println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(why));
    code = Exit.USAGE;
    return Optional.empty();
  }
}
