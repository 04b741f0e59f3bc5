package dev.homelabc.emit.nix;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Origin;
import dev.homelabc.output.Maker;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

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
    var owner = Maker.of(lab);
    file("flake.nix", owner, "flake.nix", () -> FlakeView.of(lab));
    file(
        "lib/homelab-constants.nix",
        owner,
        "lib/homelab-constants.nix",
        () -> ConstantsView.of(lab));
    for (var vm : lab.microVms()) {
      file("vms/" + vm + ".nix", Maker.of("vm", vm), "vms/vm.nix", () -> VmView.of(lab, vm));
    }
    for (var host : lab.hosts()) {
      host(host);
    }
    var modules = new TreeMap<String, Origin>();
    for (var host : lab.hosts()) {
      HostModules.of(host).forEach(it -> modules.putIfAbsent(it.value(), it.origin()));
    }
    modules.forEach(
        (module, origin) -> file(module, new Maker("the hosts", origin), module, Nothing::new));
    kubernetesModules()
        .forEach((module, origin) ->
            file(
                module,
                new Maker("the clusters", origin),
                module,
                () -> new Base(KubeNodes.pause(lab))));
  }

  /// What a node's module states of its own.
  private record Base(String pause) {}

  /// Their paths, and what brings them.
  private SortedMap<String, Origin> kubernetesModules() {
    var modules = new TreeMap<String, Origin>();
    for (var cluster : lab.clusters()) {
      for (var node : cluster.nodes()) {
        KubeNodes.modules(lab, node).forEach(it -> modules.putIfAbsent(it.value(), it.origin()));
      }
    }
    // The modules of hosts import others.
    Optional.ofNullable(modules.get("modules/nixos/k8s-control-plane-host.nix"))
        .ifPresent(it -> modules.putIfAbsent("modules/nixos/k8s-worker-host.nix", it));
    if (!modules.isEmpty()) {
      modules.putIfAbsent("modules/nixos/k8s-kubeadm-base.nix", lab.clusters().getFirst().origin());
    }
    return modules;
  }

  private void host(Host host) {
    hostFile(host, "default.nix", () -> HostView.of(lab, host));
    hostFile(host, "network.nix", () -> NetworkView.of(lab, host));
    hostFile(host, "microvm-storage.nix", () -> StorageView.of(lab, host));
    hostFile(host, "microvms.nix", () -> MicrovmsView.of(lab, host));
  }

  private void hostFile(Host host, String name, Supplier<Record> view) {
    file("hosts/" + host + "/" + name, Maker.of("host", host), "hosts/host/" + name, view);
  }

  private void file(String path, Maker maker, String template, Supplier<Record> view) {
    tree.add(
        RelPath.of(path), maker, () -> templates.render("nix/" + template + ".ftl", view.get()));
  }
}
