package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// In one cluster a node of the control plane may be a worker too.
public final class NodeInTwoClusters implements Rule {
  private static final Code CODE =
      Code.error(
          "node-in-two-clusters",
          "A machine is a node of two clusters.",
          "It has one kubelet, which belongs to one API server: the second `kubeadm join` finds the"
              + " files of the first and stops.",
          example("box"),
          example("rack"));

  private static String example(String node) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    host box {
      ip services 10.0.20.5
    }

    host rack {
      ip services 10.0.20.6
    }

    cluster k8s {
      control-plane box
    }

    cluster spare {
      control-plane %s
    }
    """
        .replace("%s", node);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses = new ArrayList<Use<Name>>();
    for (var cluster : index.lab().clusters()) {
      var own = new HashSet<Name>();
      Stream.concat(cluster.controlPlane().stream(), cluster.workers().stream())
          .filter(it -> own.add(it.value().name()))
          .map(it -> Use.of(it, it.value().name(), Message.of("cluster `{0}`", cluster)))
          .forEach(uses::add);
    }
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(
                        first, CODE, Message.of("`{0}` is a node of two clusters", again.value()))
                    .help(Message.of("take it out of one of the two"))));
  }
}
