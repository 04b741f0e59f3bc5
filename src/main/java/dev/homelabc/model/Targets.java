package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Where VMs can run, and where one does: what `on` names, else the only host, else, where there is
/// no host, the only OpenShift project.
final class Targets {
  /// How many of the VMs that have nowhere to run are shown.
  private static final int SHOWN = 4;

  private final Names<Host> hosts;
  private final Names<OpenShiftProject> projects;
  private final Consumer<Diagnostic> report;

  private final List<Values> withoutHost = new ArrayList<>();
  private final List<Values> withoutProject = new ArrayList<>();

  Targets(Names<Host> hosts, Names<OpenShiftProject> projects, Consumer<Diagnostic> report) {
    this.hosts = hosts;
    this.projects = projects;
    this.report = report;
  }

  sealed interface Target {}

  record OnHost(Sourced<Host> host) implements Target {}

  record InProject(Sourced<OpenShiftProject> project) implements Target {}

  /// It names nothing that exists, or names nothing where there is a choice. Reported, here or by
  /// [#close()].
  record Nowhere() implements Target {}

  Target of(Values vm) {
    var on = vm.one("on", String.class);
    if (on.isPresent()) {
      return named(on.get());
    }
    if (vm.fields().spoilt().contains("on")) {
      return new Nowhere();
    }
    return only(vm).map(it -> target(vm, it)).orElseGet(() -> standard(vm));
  }

  /// The only platform that the VM's properties are for.
  private static Optional<Platform> only(Values vm) {
    var platforms =
        vm.fields().entries().values().stream()
            .map(it -> it.property().platform())
            .filter(it -> it != Platform.ANY)
            .distinct()
            .toList();
    return platforms.size() == 1 ? Optional.of(platforms.getFirst()) : Optional.empty();
  }

  /// What a VM says about itself shows where it was meant to run, and that it has no such place is
  /// then one mistake and not one for each of its properties.
  private Target target(Values vm, Platform platform) {
    if (platform == Platform.OPENSHIFT && projects.declared().isEmpty()) {
      withoutProject.add(vm);
      return new Nowhere();
    }
    if (platform == Platform.MICROVM && hosts.declared().isEmpty()) {
      withoutHost.add(vm);
      return new Nowhere();
    }
    if (platform == Platform.OPENSHIFT && !hosts.declared().isEmpty()) {
      var proof =
          vm.fields().entries().values().stream()
              .filter(it -> it.property().platform() == platform)
              .findFirst()
              .orElseThrow();
      report.accept(
          Diagnostic.at(
                  vm.place(),
                  ModelCodes.MISSING_PROPERTY,
                  Message.of("{0} has no `on`, and would run on a host", vm.owner()),
                  Message.of("`{0}` is missing", "on"))
              .also(proof.place(), Message.of("for {0} only", platform.words()))
              .help(Message.of("add `{0}`", "on " + new TreeSet<>(projects.declared()).first())));
      return new Nowhere();
    }
    return standard(vm);
  }

  private Target standard(Values vm) {
    int choices = hosts.declared().isEmpty() ? projects.declared().size() : hosts.declared().size();
    if (choices == 0) {
      withoutHost.add(vm);
      return new Nowhere();
    }
    if (choices == 1) {
      var host = hosts.things().values().stream().findFirst();
      var project = projects.things().values().stream().findFirst();
      if (host.isPresent()) {
        return new OnHost(vm.byDefault(host.get()));
      }
      return hosts.declared().isEmpty() && project.isPresent()
          ? new InProject(vm.byDefault(project.get()))
          : new Nowhere();
    }
    var all = new TreeSet<>(hosts.declared());
    all.addAll(projects.declared());
    vm.missing("on", "on " + all.first());
    return new Nowhere();
  }

  /// Reports the VMs that have nowhere to run, all of a kind in one finding.
  void close() {
    report(
        withoutHost,
        Message.of("the lab has no host to run its VMs"),
        Message.of("declare the machine that they run on: `host box`"));
    report(
        withoutProject,
        Message.of("the lab has no OpenShift project to run its VMs"),
        Message.of("declare the project that they run in: `openshift web`"));
  }

  private void report(List<Values> homeless, Message message, Message help) {
    if (homeless.isEmpty()) {
      return;
    }
    var finding =
        Diagnostic.at(
            homeless.getFirst().place(),
            ModelCodes.HOMELESS_VM,
            message,
            Message.of("has nowhere to run"));
    for (var vm : homeless.stream().skip(1).limit(SHOWN - 1).toList()) {
      finding = finding.also(vm.place(), Message.of("nor has this one"));
    }
    report.accept(finding.help(help));
  }

  private Target named(Sourced<String> name) {
    var host = hosts.things().get(name.value());
    var project = projects.things().get(name.value());
    if (host != null) {
      return new OnHost(new Sourced<>(host, name.origin()));
    }
    if (project != null) {
      return new InProject(new Sourced<>(project, name.origin()));
    }
    var known = new TreeSet<>(hosts.declared());
    known.addAll(projects.declared());
    if (!known.contains(name.value())) {
      var finding =
          Diagnostic.at(
              name.place(),
              ModelCodes.UNKNOWN_NAME,
              Message.of("`{0}` is not among the hosts and OpenShift projects", name.value()),
              Message.of("not declared"));
      report.accept(
          Suggestion.of(name.value(), known, Message.of("hosts and OpenShift projects"))
              .on(finding));
    }
    return new Nowhere();
  }
}
