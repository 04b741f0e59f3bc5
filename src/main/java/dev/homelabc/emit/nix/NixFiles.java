package dev.homelabc.emit.nix;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.SortedSet;
import java.util.TreeSet;

/// The files of the target `nix`.
public final class NixFiles {
  private final Lab lab;
  private final OutputTree.Draft tree;
  private final Templates templates = new Templates();

  private NixFiles(Lab lab, OutputTree.Draft tree) {
    this.lab = lab;
    this.tree = tree;
  }

  /// Adds the files of a lab that has hosts; a lab without a host has nothing for NixOS.
  public static void add(Lab lab, OutputTree.Draft tree) {
    if (!lab.hosts().isEmpty()) {
      new NixFiles(lab, tree).add();
    }
  }

  private record Nothing() {}

  private void add() {
    var owner = "lab `" + lab.name() + "`";
    file("flake.nix", owner, "flake.nix", FlakeView.of(lab));
    file("lib/homelab-constants.nix", owner, "lib/homelab-constants.nix", ConstantsView.of(lab));
    for (var vm : lab.microVms()) {
      file("vms/" + vm + ".nix", "vm `" + vm + "`", "vms/vm.nix", VmView.of(lab, vm));
    }
    for (var host : lab.hosts()) {
      host(host);
    }
    lab.hosts().stream()
        .flatMap(host -> HostModules.of(host).stream())
        .distinct()
        .forEach(module -> file(module, "the hosts", module, new Nothing()));
    for (var module : kubernetesModules()) {
      file(module, "the clusters", module, new Base(KubeNodes.pause(lab)));
    }
  }

  /// What a node's module states of its own.
  private record Base(String pause) {}

  private SortedSet<String> kubernetesModules() {
    var modules = new TreeSet<String>();
    for (var cluster : lab.clusters()) {
      cluster.nodes().forEach(node -> modules.addAll(KubeNodes.modules(lab, node)));
    }
    // The modules of hosts import others.
    if (modules.contains("modules/nixos/k8s-control-plane-host.nix")) {
      modules.add("modules/nixos/k8s-worker-host.nix");
    }
    if (!modules.isEmpty()) {
      modules.add("modules/nixos/k8s-kubeadm-base.nix");
    }
    return modules;
  }

  private void host(Host host) {
    hostFile(host, "default.nix", HostView.of(lab, host));
    hostFile(host, "network.nix", NetworkView.of(lab, host));
    hostFile(host, "microvm-storage.nix", StorageView.of(lab, host));
    hostFile(host, "microvms.nix", MicrovmsView.of(lab, host));
  }

  private void hostFile(Host host, String name, Record view) {
    file("hosts/" + host + "/" + name, "host `" + host + "`", "hosts/host/" + name, view);
  }

  private void file(String path, String source, String template, Record view) {
    var text = templates.render("nix/" + template + ".ftl", view);
    tree.add(RelPath.of(path), source, text);
  }
}
