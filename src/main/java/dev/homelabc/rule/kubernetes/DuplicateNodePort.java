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

public final class DuplicateNodePort implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-node-port",
          "Two Services of a cluster have the same NodePort.",
          "Every node offers every NodePort, so the API server refuses the second Service.",
          Example.deployments(
              Example.deployment("web", "http", 8080, "node 30080")
                  + "\n"
                  + Example.deployment("wiki", "http", 8080, "node 30080")),
          Example.deployments(
              Example.deployment("web", "http", 8080, "node 30080")
                  + "\n"
                  + Example.deployment("wiki", "http", 8080, "node 30081")));

  private record InCluster(Name cluster, int port) {}

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses = new ArrayList<Use<InCluster>>();
    for (var deployment : index.lab().deployments()) {
      var cluster = deployment.cluster().value().name();
      for (var port : deployment.ports()) {
        var owner = Message.of("port `{0}` of `{1}`", port.name(), deployment);
        port.node()
            .ifPresent(it -> uses.add(Use.of(it, new InCluster(cluster, it.value()), owner)));
      }
    }
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(
                        first,
                        CODE,
                        Message.of(
                            "NodePort `{0}` is used twice in cluster `{1}`",
                            again.value().port(), again.value().cluster()))
                    .help(Message.of("give each port a NodePort of its own"))));
  }
}
