package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Resolves the names that VMs are to start after, once all VMs are known. The name of a
/// declaration with replicas means them all.
record Starts(
    List<MicroVm> vms,
    List<OpenShiftVm> strangers,
    Set<String> declared,
    Consumer<Diagnostic> report) {
  /// What a VM's `after` names.
  record Wish(MicroVm vm, List<Sourced<String>> names) {}

  List<Start> resolve(List<Wish> wishes) {
    var byName =
        vms.stream()
            .flatMap(vm -> names(vm).map(name -> Map.entry(name, vm)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    var known = new Names<>(Message.of("VMs"), byName, declared, report);
    var inProjects =
        strangers.stream()
            .flatMap(vm -> Stream.of(vm.name().text(), vm.origin().place().text()))
            .collect(Collectors.toSet());
    var starts = new ArrayList<Start>();
    for (var wish : wishes) {
      for (var name : wish.names) {
        if (inProjects.contains(name.value())) {
          report.accept(elsewhere(name));
        } else {
          known
              .resolve(name)
              .ifPresent(group ->
                  group
                      .value()
                      .forEach(
                          it -> starts.add(new Start(wish.vm, new Sourced<>(it, name.origin())))));
        }
      }
    }
    return starts;
  }

  private static Stream<String> names(MicroVm vm) {
    return Stream.of(vm.name().text(), vm.origin().place().text()).distinct();
  }

  private static Diagnostic elsewhere(Sourced<String> name) {
    return Diagnostic.at(
            name.place(),
            ModelCodes.WRONG_PLATFORM,
            Message.of("`{0}` runs in an OpenShift project, where no host starts it", name),
            Message.of("not a VM of the host"))
        .help(Message.of("name VMs of the same host"));
  }
}
