package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What may be a node of a cluster, by name; the name of a declaration with replicas means them
/// all.
final class Nodes {
  private final Map<String, List<Node>> byName = new LinkedHashMap<>();
  private final Map<String, OpenShiftVm> elsewhere = new HashMap<>();
  private final Set<String> declared;
  private final Consumer<Diagnostic> report;

  Nodes(
      List<Host> hosts,
      List<MicroVm> vms,
      List<OpenShiftVm> others,
      Set<String> declared,
      Consumer<Diagnostic> report) {
    this.declared = declared;
    this.report = report;
    for (var vm : others) {
      elsewhere.put(vm.name().text(), vm);
      elsewhere.put(vm.group().text(), vm);
    }
    hosts.forEach(it -> add(it.name().text(), it));
    for (var vm : vms) {
      add(vm.name().text(), vm);
      var group = vm.origin().place().text();
      if (!group.equals(vm.name().text())) {
        add(group, vm);
      }
    }
  }

  private void add(String name, Node node) {
    byName.computeIfAbsent(name, it -> new ArrayList<>()).add(node);
  }

  List<Sourced<Node>> resolve(List<Sourced<String>> names) {
    var nodes = new ArrayList<Sourced<Node>>();
    for (var name : names) {
      var found = byName.get(name.value());
      if (found != null) {
        found.forEach(it -> nodes.add(new Sourced<>(it, name.origin())));
      } else if (elsewhere.containsKey(name.value())) {
        report.accept(elsewhere(name, Objects.requireNonNull(elsewhere.get(name.value()))));
      } else if (!declared.contains(name.value())) {
        var all = new TreeSet<>(byName.keySet());
        all.addAll(declared);
        var finding =
            Diagnostic.at(
                name.place(),
                ModelCodes.UNKNOWN_NAME,
                Message.of("`{0}` is not among the VMs and hosts", name),
                Message.of("not declared"));
        report.accept(Suggestion.of(name.value(), all, Message.of("VMs and hosts")).on(finding));
      }
    }
    return nodes;
  }

  private static Diagnostic elsewhere(Sourced<String> name, OpenShiftVm vm) {
    return Diagnostic.at(
            name.place(),
            ModelCodes.WRONG_PLATFORM,
            Message.of(
                "`{0}` runs in OpenShift project `{1}`, and nodes are hosts and VMs on hosts",
                name, vm.project()),
            Message.of("for {0} only", Platform.MICROVM.words()))
        .also(vm.project().place(), Message.of("runs there"))
        .help(Message.of("take it out, or run the VM on a host"));
  }
}
