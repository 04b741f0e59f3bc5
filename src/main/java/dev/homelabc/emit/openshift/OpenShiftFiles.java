package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The files of the target `openshift`.
public final class OpenShiftFiles {
  private record Kustomization(List<String> resources) {}

  private final Templates templates;
  private final Lab lab;
  private final OpenShiftProject project;
  private final OutputTree.Draft tree;

  private OpenShiftFiles(
      Templates templates, Lab lab, OpenShiftProject project, OutputTree.Draft tree) {
    this.templates = templates;
    this.lab = lab;
    this.project = project;
    this.tree = tree;
  }

  public static void add(Lab lab, OutputTree.Draft tree) {
    var templates = new Templates();
    lab.projects().forEach(it -> new OpenShiftFiles(templates, lab, it, tree).add());
  }

  private void add() {
    kustomization("networks/", networks());
    kustomization("", vms());
  }

  private SortedSet<String> networks() {
    var resources = new TreeSet<String>();
    for (var network : project.networks()) {
      NadView.of(project, network)
          .ifPresent(view -> {
            var file = network.name() + ".nad.yaml";
            resources.add(file);
            file("networks/" + file, "networks/nad", "network `" + network.name() + "`", view);
          });
    }
    return resources;
  }

  /// The resources of the tenant's phase.
  private SortedSet<String> vms() {
    var resources = new TreeSet<String>();
    var secrets = new TreeSet<String>();
    for (var vm : lab.in(project)) {
      var group = group(vm);
      var nics = Nic.of(lab, vm);
      var cloudInit = CloudInit.of(vm, group, nics, templates);
      var path = "vms/" + vm.name() + ".yaml";
      resources.add(path);
      file(path, "vms/vm", "VM `" + vm.name() + "`", VmView.of(vm, group, nics, cloudInit));
      for (var secret : cloudInit.map(CloudInit::secrets).orElse(List.of())) {
        var secretPath = "secrets/" + secret.name() + ".secret.yaml";
        if (secrets.add(secretPath)) {
          file(secretPath, "secrets/secret", "VM `" + vm.name() + "`", secret);
        }
        if (!secret.template()) {
          resources.add(secretPath);
        }
      }
    }
    return resources;
  }

  private List<OpenShiftVm> group(OpenShiftVm vm) {
    return lab.in(project).stream().filter(it -> it.group().equals(vm.group())).toList();
  }

  /// kubectl refuses a kustomization without resources.
  private void kustomization(String folder, SortedSet<String> resources) {
    if (!resources.isEmpty()) {
      var view = new Kustomization(List.copyOf(resources));
      file(folder + "kustomization.yaml", "kustomization", "project `" + project + "`", view);
    }
  }

  private void file(String path, String template, String source, Record view) {
    tree.add(
        RelPath.of("openshift/" + project + "/" + path),
        source,
        templates.render("openshift/" + template + ".yaml.ftl", view));
  }
}
