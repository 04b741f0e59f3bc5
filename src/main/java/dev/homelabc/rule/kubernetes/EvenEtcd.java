package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class EvenEtcd implements Rule {
  private static final Code CODE =
      Code.warning(
          "even-etcd",
          "A control plane has an even number of nodes.",
          "Each of them has a member of etcd, and etcd stands still without more than half of its"
              + " members. Two survive the loss of none, four that of one: as many as one node less"
              + " would, with one more that can fail.",
          example("", "control-plane box rack"),
          example("host attic {\n  ip services 10.0.20.7\n}\n\n", "control-plane box rack attic"));

  private static String example(String third, String controlPlane) {
    return Example.fill(
        """
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

        %scluster k8s {
          %s
        }
        """,
        third, controlPlane);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var cluster : index.lab().clusters()) {
      var nodes = cluster.controlPlane();
      long count = nodes.stream().map(Sourced::value).distinct().count();
      if (count % 2 == 0) {
        report.accept(
            Diagnostic.at(
                    nodes.getLast().place(),
                    CODE,
                    Message.of(
                        "the control plane of cluster `{0}` has {1} nodes, an even number",
                        cluster, count),
                    Message.of("the last of them"))
                .help(Message.of("add one more node, or make this one a `worker`")));
      }
    }
  }
}
