package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class PrivilegedWorkload implements Rule {
  private static final Code CODE =
      Code.warning(
          "privileged-workload",
          "A deployment's container is privileged.",
          "It sees every device and may do all that root may on the node: whoever takes over the"
              + " program in it has the node, and with it the secrets of its other pods.",
          Example.deployments(deployment("privileged true")),
          Example.deployments(deployment("host-path /var/lib/ollama /root/.ollama")));

  private static String deployment(String more) {
    return """
    deployment ollama {
      image docker.io/ollama/ollama:0.12.6
      %s
    }
    """
        .replace("%s", more);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var deployment : index.lab().deployments()) {
      var privileged = deployment.privileged();
      if (privileged.value()) {
        report.accept(
            Diagnostic.at(
                    privileged.place(),
                    CODE,
                    Message.of("the container of `{0}` is privileged", deployment),
                    Message.of("has all rights on its node"))
                .help(Message.of("take it out, unless the program needs a device of the node")));
      }
    }
  }
}
