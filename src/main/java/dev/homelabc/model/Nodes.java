package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What may be a node of a cluster, by name; the name of a declaration with replicas means them
/// all.
final class Nodes {
  private final Map<String, List<Node>> byName = new LinkedHashMap<>();
  private final Set<String> declared;
  private final Consumer<Diagnostic> report;

  Nodes(List<Host> hosts, List<MicroVm> vms, Set<String> declared, Consumer<Diagnostic> report) {
    this.declared = declared;
    this.report = report;
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
}
