package dev.homelabc.emit.kubernetes;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;

/// The files of the target `kubernetes`.
public final class KubernetesFiles {
  private final Templates templates = new Templates();
  private final Lab lab;
  private final OutputTree.Draft tree;

  private KubernetesFiles(Lab lab, OutputTree.Draft tree) {
    this.lab = lab;
    this.tree = tree;
  }

  public static void add(Lab lab, OutputTree.Draft tree) {
    var files = new KubernetesFiles(lab, tree);
    lab.clusters().forEach(files::cluster);
    for (var deployment : lab.deployments()) {
      files.file(
          deployment.cluster().value(),
          deployment.name() + ".yaml",
          "deployment.yaml",
          "deployment `" + deployment.name() + "`",
          DeploymentView.of(deployment));
    }
  }

  private void cluster(Cluster cluster) {
    var source = "cluster `" + cluster.name() + "`";
    file(cluster, "README.md", "readme.md", source, ReadmeView.of(lab, cluster));
    // No manifests, though they look like some: under these names `kubectl apply -f` of the folder
    // skips them.
    file(cluster, "kubeadm.conf", "kubeadm.yaml", source, KubeadmView.of(cluster));
    for (var node : cluster.joining()) {
      var name = "join/" + node.hostname() + ".conf";
      file(cluster, name, "join.yaml", source, JoinView.of(cluster, node));
    }
    var cni =
        switch (cluster.cni().value()) {
          case FLANNEL -> "flannel.yaml";
          case CALICO -> "calico.yaml";
          case CILIUM -> "cilium.values";
        };
    file(cluster, "cni/" + cni, "cni/" + cluster.cni() + ".yaml", source, CniView.of(cluster));
    if (!cluster.labels().isEmpty()) {
      file(cluster, "labels.node.yaml", "node-labels.yaml", source, NodeLabelsView.of(cluster));
    }
  }

  private void file(Cluster cluster, String name, String template, String source, Record view) {
    tree.add(
        RelPath.of("kubernetes/" + cluster.name() + "/" + name),
        source,
        templates.render("kubernetes/" + template + ".ftl", view));
  }
}
