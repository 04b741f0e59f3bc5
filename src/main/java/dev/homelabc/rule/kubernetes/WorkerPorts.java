package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.Lab;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.kubernetes.ClosedPorts.Need;
import dev.homelabc.value.Name;
import dev.homelabc.value.PortRange.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// NodePorts are asked for where a deployment of the lab has one: another way in, such as an
/// ingress, needs none.
public final class WorkerPorts implements Rule {
  private static final Need NODEPORTS =
      Need.of("nodeport", NodeportRange.FIRST, NodeportRange.LAST);

  private static final Code CODE =
      Code.warning(
          "worker-ports",
          "A worker keeps a port closed at which others reach it.",
          "Logs and `kubectl exec` come through the kubelet at 10250. A NodePort is meant to be"
              + " open on every worker: kube-proxy may answer it before the firewall does, but not"
              + " in each of its modes.",
          Nodes.worker("port ssh-alt 2222"),
          Nodes.worker("port kubelet 10250"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var nodePorts = nodePorts(index.lab());
    for (var node : VmNode.of(index.lab())) {
      if (!node.isControlPlane()) {
        var needs = new ArrayList<Need>();
        needs.add(ControlPlanePorts.KUBELET);
        var used = nodePorts.getOrDefault(node.cluster().name(), List.of());
        // All NodePorts at once where the VM opens none of them.
        needs.addAll(used.isEmpty() || opensNodePorts(node) ? used : List.of(NODEPORTS));
        ClosedPorts.finding(node, CODE, needs).ifPresent(report);
      }
    }
  }

  private static boolean opensNodePorts(VmNode node) {
    return node.vm().ports().stream()
        .map(it -> it.range().value())
        .filter(it -> it.protocol() == Protocol.TCP)
        .anyMatch(it -> it.to() >= NodeportRange.FIRST && it.from() <= NodeportRange.LAST);
  }

  /// What the deployments of each cluster need.
  private static Map<Name, List<Need>> nodePorts(Lab lab) {
    var used = new HashMap<Name, List<Need>>();
    for (var deployment : lab.deployments()) {
      var own = used.computeIfAbsent(deployment.cluster().value().name(), _ -> new ArrayList<>());
      deployment.ports().stream()
          .flatMap(it -> it.node().stream())
          .map(it -> it.value())
          .filter(NodeportRange::holds)
          .map(it -> Need.of("nodeport-" + it, it, it))
          .forEach(own::add);
    }
    return used;
  }
}
