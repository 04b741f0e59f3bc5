package dev.homelabc.emit.kubernetes;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;

/// The files of the target `kubernetes`.
public final class KubernetesFiles {
  private final Templates templates = new Templates();
  private final OutputTree.Draft tree;

  private KubernetesFiles(OutputTree.Draft tree) {
    this.tree = tree;
  }

  public static void add(Lab lab, OutputTree.Draft tree) {
    var files = new KubernetesFiles(tree);
    lab.clusters().forEach(files::cluster);
    for (var deployment : lab.deployments()) {
      files.file(
          deployment.cluster().value(),
          deployment.name() + ".yaml",
          "deployment",
          "deployment `" + deployment.name() + "`",
          DeploymentView.of(deployment));
    }
  }

  private void cluster(Cluster cluster) {
    var source = "cluster `" + cluster.name() + "`";
    // No manifest, though it looks like one: under this name `kubectl apply -f` of the folder skips
    // it.
    file(cluster, "kubeadm.conf", "kubeadm", source, KubeadmView.of(cluster));
    if (!cluster.labels().isEmpty()) {
      file(cluster, "labels.node.yaml", "node-labels", source, NodeLabelsView.of(cluster));
    }
  }

  private void file(Cluster cluster, String name, String template, String source, Record view) {
    tree.add(
        RelPath.of("kubernetes/" + cluster.name() + "/" + name),
        source,
        templates.render("kubernetes/" + template + ".yaml.ftl", view));
  }
}
