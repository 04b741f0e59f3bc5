package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Node;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;
import java.util.stream.Collectors;

public final class LabelWithoutNode implements Rule {
  private static final Code CODE =
      Code.error(
          "label-without-node",
          "A cluster labels a machine that is not one of its nodes.",
          "Labels are applied as objects of kind Node: a node would appear in the cluster that no"
              + " kubelet stands behind.",
          "host rack\n\n" + Example.cluster("label rack gpu amd"),
          "host rack\n\n" + Example.cluster("label box gpu amd"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var cluster : index.lab().clusters()) {
      var nodes = cluster.nodes().stream().map(Node::name).collect(Collectors.toSet());
      for (var label : cluster.labels()) {
        var node = label.node();
        if (!nodes.contains(node.value().name())) {
          report.accept(
              Diagnostic.at(
                      node.place(),
                      CODE,
                      Message.of("`{0}` is not a node of cluster `{1}`", node, cluster),
                      Message.of("labelled here"))
                  .also(cluster.origin().place(), Message.of("the cluster"))
                  .help(Message.of("add it as a `worker`, or take the label out")));
        }
      }
    }
  }
}
