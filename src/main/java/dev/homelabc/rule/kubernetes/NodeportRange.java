package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class NodeportRange implements Rule {
  /// The API server's `--service-node-port-range`, which the kubeadm configuration leaves alone.
  static final int FIRST = 30000;

  static final int LAST = 32767;

  private static final Code CODE =
      Code.error(
          "nodeport-range",
          "A NodePort lies outside 30000 to 32767.",
          "The API server refuses the Service: only that range is set aside for NodePorts.",
          Example.deployments(Example.deployment("web", "http", 8080, "node 8080")),
          Example.deployments(Example.deployment("web", "http", 8080, "node 30080")));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var deployment : index.lab().deployments()) {
      for (var port : deployment.ports()) {
        port.node()
            .filter(it -> !holds(it.value()))
            .ifPresent(it ->
                report.accept(
                    Diagnostic.at(
                            it.place(),
                            CODE,
                            Message.of("NodePort `{0}` lies outside {1} to {2}", it, FIRST, LAST),
                            Message.of("port `{0}` of `{1}`", port.name(), deployment))
                        .help(Message.of("choose a number from {0} to {1}", FIRST, LAST))));
      }
    }
  }

  static boolean holds(int port) {
    return port >= FIRST && port <= LAST;
  }
}
