package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.function.Consumer;

public final class DuplicateNodeLabel implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-node-label",
          "A cluster gives a node the same label twice.",
          "A node has one value for each label: one of the two lines would be left out.",
          Example.cluster("label box gpu amd\n  label box gpu nvidia"),
          Example.cluster("label box gpu amd\n  label box rack r1"));

  private record OnNode(Name cluster, Name node, String key) {}

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses = new ArrayList<Use<OnNode>>();
    for (var cluster : index.lab().clusters()) {
      for (var label : cluster.labels()) {
        var node = label.node().value().name();
        uses.add(
            Use.of(
                label.key(), new OnNode(cluster.name(), node, label.key().value()), Message.NONE));
      }
    }
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                Diagnostic.at(
                        again.place(),
                        CODE,
                        Message.of(
                            "node `{0}` gets the label `{1}` twice",
                            again.value().node(), again.value().key()),
                        Message.of("given again here"))
                    .also(first.place(), Message.of("first given here"))
                    .help(Message.of("keep one of the two"))));
  }
}
