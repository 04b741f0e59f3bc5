package dev.homelabc.graph;

import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// OpenShift projects with their VMs as the cluster sees them: by declaration, as one Service has
/// them, with the ports that it offers.
record ProjectServices(Lab lab) {
  Node frame(OpenShiftProject project) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("namespace", project.namespace()));
    project.storageClass().ifPresent(it -> facts.add(Fact.of("storage-class", it)));
    project.argoCd().ifPresent(it -> facts.add(Fact.of("argo-cd", it.repository())));
    var groups = new LinkedHashMap<String, List<OpenShiftVm>>();
    lab.in(project)
        .forEach(vm -> groups.computeIfAbsent(vm.group().text(), _ -> new ArrayList<>()).add(vm));
    var inside = new ArrayList<Node>();
    groups.forEach((group, vms) -> inside.add(group(project, group, vms)));
    return Node.box("openshift:" + project.name(), Kind.PROJECT, project.name().text(), facts)
        .noted(project.description().map(Sourced::value))
        .around(inside);
  }

  private static Node group(OpenShiftProject project, String group, List<OpenShiftVm> vms) {
    return Node.box(
            "group:" + project.name() + "/" + group,
            Kind.GROUP,
            group,
            vms.getFirst().ports().stream()
                .map(it -> Fact.of("port", it.name() + " " + it.range()))
                .toList())
        .around(vms.stream().map(VmFacts::equipped).toList());
  }
}
