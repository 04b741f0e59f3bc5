package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Deployment;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A key that no node has is [UnknownNodeLabel]'s.
public final class UnsatisfiableSelector implements Rule {
  private static final Code CODE =
      Code.warning(
          "unsatisfiable-selector",
          "No node has all the labels by which a deployment selects its nodes.",
          "A node has to have every one of them, each with its value; until one does, the pods"
              + " wait.",
          Example.cluster("label box gpu amd") + "\n" + UnknownNodeLabel.deployment("gpu nvidia"),
          Example.cluster("label box gpu amd") + "\n" + UnknownNodeLabel.deployment("gpu amd"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var deployment : index.lab().deployments()) {
      var labels = index.nodeLabels(deployment.cluster().value());
      var selected = new TreeMap<>(deployment.nodeSelector());
      selected.keySet().removeIf(labels::isForeign);
      if (!selected.keySet().stream().allMatch(labels::isKnown) || labels.anyHas(texts(selected))) {
        continue;
      }
      var alone =
          selected.entrySet().stream()
              .filter(it -> !labels.anyHas(texts(Map.of(it.getKey(), it.getValue()))))
              .toList();
      for (var label : alone) {
        report.accept(
            finding(
                    deployment,
                    label.getValue(),
                    Message.of(
                        "no node of cluster `{0}` has the label `{1}`",
                        deployment.cluster(), label.getKey() + " " + label.getValue()))
                .help(
                    Message.of(
                        "write what a node has: {0}",
                        String.join(", ", labels.written(label.getKey())))));
      }
      if (alone.isEmpty()) {
        var first =
            selected.values().stream().min(Comparator.comparing(Sourced::place)).orElseThrow();
        report.accept(
            finding(
                    deployment,
                    first,
                    Message.of(
                        "no node of cluster `{0}` has all the labels that `{1}` selects",
                        deployment.cluster(), deployment))
                .help(Message.of("give one node all of them, or take one out of `node-selector`")));
      }
    }
  }

  private static Map<String, String> texts(Map<String, Sourced<String>> labels) {
    var texts = new TreeMap<String, String>();
    labels.forEach((key, value) -> texts.put(key, value.value()));
    return texts;
  }

  private static Diagnostic finding(Deployment deployment, Sourced<String> at, Message message) {
    return Diagnostic.at(at.place(), CODE, message, Message.of("selected by `{0}`", deployment))
        .also(deployment.cluster().value().origin().place(), Message.of("the cluster"));
  }
}
