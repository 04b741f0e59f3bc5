package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.output.Maker;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The files of the target `openshift`.
public final class OpenShiftFiles {
  private record Kustomization(List<Sourced<String>> resources) {}

  /// The folders of the tenant's objects, in the order in which they need each other.
  private enum Phase {
    SECRETS,
    DISKS,
    VMS,
    SERVICES;

    String path(String file) {
      return name().toLowerCase(Locale.ROOT) + "/" + file;
    }
  }

  private final Templates templates;
  private final Lab lab;
  private final OpenShiftProject project;
  private final OutputTree.Draft tree;

  /// What each phase applies.
  private final Map<Phase, SortedMap<String, Origin>> phases = new EnumMap<>(Phase.class);

  private final Set<String> templated = new HashSet<>();

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
    var networks = networks();
    var vms = vms();
    kustomization("networks/", networks);
    kustomization("", vms);
    project
        .argoCd()
        .ifPresent(argo -> {
          if (!networks.isEmpty()) {
            application("networks", ApplicationView.networks(project, argo));
          }
          if (!vms.isEmpty()) {
            application("vms", ApplicationView.vms(project, argo));
          }
        });
  }

  private List<Sourced<String>> networks() {
    var resources = new TreeMap<String, Origin>();
    for (var network : project.networks()) {
      NadView.of(project, network)
          .ifPresent(view -> {
            var file = network.name() + ".nad.yaml";
            resources.put(file, network.origin());
            file("networks/" + file, "networks/nad", Maker.of("network", network), view);
          });
    }
    return sourced(resources);
  }

  /// The resources of the tenant's phase, what others need before those.
  private List<Sourced<String>> vms() {
    var groups =
        lab.in(project).stream()
            .collect(Collectors.groupingBy(OpenShiftVm::group, TreeMap::new, Collectors.toList()));
    var keys = groups.isEmpty() ? Optional.<SecretView>empty() : SecretView.sshKeys(lab, project);
    keys.ifPresent(it -> secret(it, maker()));
    groups.values().forEach(it -> group(it, keys.map(SecretView::name)));
    return phases.values().stream().flatMap(it -> sourced(it).stream()).toList();
  }

  /// @param group all replicas of a VM
  private void group(List<OpenShiftVm> group, Optional<Sourced<String>> keys) {
    for (var vm : group) {
      var maker = Maker.of("vm", vm);
      var nics = Nic.of(lab, vm);
      var cloudInit = CloudInit.of(vm, group, nics, keys.isPresent(), templates);
      var view = VmView.of(vm, group, nics, keys, cloudInit);
      resource(Phase.VMS, vm.name() + ".yaml", "vm", maker, view);
      if (view.disk().isOwn()) {
        resource(Phase.DISKS, view.disk().name() + ".yaml", "data-volume", maker, view.disk());
      }
      cloudInit.map(CloudInit::secrets).orElse(List.of()).forEach(it -> secret(it, maker));
    }
    ServiceView.of(group)
        .ifPresent(view -> {
          var maker = Maker.of("vm", group.getFirst());
          resource(Phase.SERVICES, view.name() + ".yaml", "service", maker, view);
          if (view.selector().isEmpty()) {
            resource(Phase.SERVICES, view.name() + ".endpoints.yaml", "endpoints", maker, view);
          }
        });
  }

  /// A Secret that waits for a password belongs to no phase.
  private void secret(SecretView secret, Maker maker) {
    var file = secret.name() + ".secret.yaml";
    if (secret.template()) {
      if (templated.add(file)) {
        file(Phase.SECRETS.path(file), "secrets/secret", maker, secret);
      }
    } else if (!applied(Phase.SECRETS).containsKey(Phase.SECRETS.path(file))) {
      resource(Phase.SECRETS, file, "secret", maker, secret);
    }
  }

  private SortedMap<String, Origin> applied(Phase phase) {
    return phases.computeIfAbsent(phase, _ -> new TreeMap<>());
  }

  private static List<Sourced<String>> sourced(SortedMap<String, Origin> resources) {
    return resources.entrySet().stream()
        .map(it -> new Sourced<>(it.getKey(), it.getValue()))
        .toList();
  }

  private void resource(Phase phase, String file, String template, Maker maker, Record view) {
    applied(phase).put(phase.path(file), maker.origin());
    file(phase.path(file), phase.path(template), maker, view);
  }

  /// kubectl refuses a kustomization without resources.
  private void kustomization(String folder, List<Sourced<String>> resources) {
    if (!resources.isEmpty()) {
      var view = new Kustomization(resources);
      file(folder + "kustomization.yaml", "kustomization", maker(), view);
    }
  }

  private void application(String file, ApplicationView view) {
    file("argocd/" + file + ".yaml", "argocd/application", maker(), view);
  }

  private Maker maker() {
    return Maker.of("openshift", project);
  }

  private void file(String path, String template, Maker maker, Record view) {
    tree.add(
        RelPath.of("openshift/" + project + "/" + path),
        maker,
        () -> templates.render("openshift/" + template + ".yaml.ftl", view));
  }
}
