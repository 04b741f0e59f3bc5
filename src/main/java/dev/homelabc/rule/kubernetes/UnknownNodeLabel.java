package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Suggestion;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class UnknownNodeLabel implements Rule {
  private static final Code CODE =
      Code.error(
          "unknown-node-label",
          "A deployment selects nodes by a label that no node has.",
          "Its pods would wait for such a node without end. A label with a prefix, such as"
              + " `nvidia.com/gpu.present`, may come from a program of the cluster and is not"
              + " asked for.",
          Example.cluster("label box gpu amd") + "\n" + deployment("gpus amd"),
          Example.cluster("label box gpu amd") + "\n" + deployment("gpu amd"));

  static String deployment(String selector) {
    return """
    deployment ollama {
      image docker.io/ollama/ollama:0.12.6
      node-selector {
        %s
      }
    }
    """
        .replace("%s", selector);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var deployment : index.lab().deployments()) {
      var cluster = deployment.cluster().value();
      var labels = index.nodeLabels(cluster);
      deployment
          .nodeSelector()
          .forEach((key, value) -> {
            if (!labels.isKnown(key) && !labels.isForeign(key)) {
              var all = Message.of("labels of its nodes");
              report.accept(
                  Diagnostic.at(
                          value.place(),
                          CODE,
                          Message.of("no node of cluster `{0}` has a label `{1}`", cluster, key),
                          Message.of("selected by `{0}`", deployment))
                      .also(cluster.origin().place(), Message.of("the cluster"))
                      .help(Suggestion.of(key, labels.stated(), all).help())
                      .help(
                          Message.of(
                              "or add `{0}` to the cluster", "label NODE " + key + " " + value)));
            }
          });
    }
  }
}
