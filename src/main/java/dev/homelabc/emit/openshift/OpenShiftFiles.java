package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

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

  private List<String> networks() {
    var resources = new TreeSet<String>();
    for (var network : project.networks()) {
      NadView.of(project, network)
          .ifPresent(view -> {
            var file = network.name() + ".nad.yaml";
            resources.add(file);
            file("networks/" + file, "networks/nad", "network `" + network.name() + "`", view);
          });
    }
    return List.copyOf(resources);
  }

  /// The resources of the tenant's phase, what others need before those.
  private List<String> vms() {
    var secrets = new TreeSet<String>();
    var complete = new TreeSet<String>();
    var disks = new TreeSet<String>();
    var vms = new TreeSet<String>();
    for (var vm : lab.in(project)) {
      var source = "VM `" + vm.name() + "`";
      var group = group(vm);
      var nics = Nic.of(lab, vm);
      var cloudInit = CloudInit.of(vm, group, nics, templates);
      var view = VmView.of(vm, group, nics, cloudInit);
      var path = "vms/" + vm.name() + ".yaml";
      vms.add(path);
      file(path, "vms/vm", source, view);
      if (view.disk().isOwn()) {
        var diskPath = "disks/" + view.disk().name() + ".yaml";
        disks.add(diskPath);
        file(diskPath, "disks/data-volume", source, view.disk());
      }
      for (var secret : cloudInit.map(CloudInit::secrets).orElse(List.of())) {
        var secretPath = "secrets/" + secret.name() + ".secret.yaml";
        if (secrets.add(secretPath)) {
          file(secretPath, "secrets/secret", source, secret);
        }
        if (!secret.template()) {
          complete.add(secretPath);
        }
      }
    }
    return Stream.of(complete, disks, vms).flatMap(Collection::stream).toList();
  }

  private List<OpenShiftVm> group(OpenShiftVm vm) {
    return lab.in(project).stream().filter(it -> it.group().equals(vm.group())).toList();
  }

  /// kubectl refuses a kustomization without resources.
  private void kustomization(String folder, List<String> resources) {
    if (!resources.isEmpty()) {
      var view = new Kustomization(resources);
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
