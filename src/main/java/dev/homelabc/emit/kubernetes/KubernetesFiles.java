package dev.homelabc.emit.kubernetes;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Lab;
import dev.homelabc.output.Maker;
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
          Maker.of("deployment", deployment),
          DeploymentView.of(deployment));
    }
  }

  private void cluster(Cluster cluster) {
    var maker = Maker.of("cluster", cluster);
    file(cluster, "README.md", "readme.md", maker, ReadmeView.of(lab, cluster));
    // No manifests, though they look like some: under these names `kubectl apply -f` of the folder
    // skips them.
    file(cluster, "kubeadm.conf", "kubeadm.yaml", maker, KubeadmView.of(cluster));
    for (var node : cluster.joining()) {
      var name = "join/" + node.hostname() + ".conf";
      file(cluster, name, "join.yaml", maker, JoinView.of(cluster, node));
    }
    var cni =
        switch (cluster.cni().value()) {
          case FLANNEL -> "flannel.yaml";
          case CALICO -> "calico.yaml";
          case CILIUM -> "cilium.values";
        };
    file(cluster, "cni/" + cni, "cni/" + cluster.cni() + ".yaml", maker, CniView.of(cluster));
    if (!cluster.labels().isEmpty()) {
      file(cluster, "labels.node.yaml", "node-labels.yaml", maker, NodeLabelsView.of(cluster));
    }
  }

  private void file(Cluster cluster, String name, String template, Maker maker, Record view) {
    tree.add(
        RelPath.of("kubernetes/" + cluster.name() + "/" + name),
        maker,
        () -> templates.render("kubernetes/" + template + ".ftl", view));
  }
}
