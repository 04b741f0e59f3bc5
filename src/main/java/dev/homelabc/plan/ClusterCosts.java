package dev.homelabc.plan;

import static dev.homelabc.plan.Row.idle;
import static dev.homelabc.plan.Row.on;
import static dev.homelabc.plan.Row.row;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Row.Cell;
import dev.homelabc.plan.Subject.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What clusters and their workloads say. Sources: [Basis#KUBEADM] for what a cluster is made of,
/// [Basis#APPLIED] for objects in it.
final class ClusterCosts {
  static final String NODE = "cluster/(node)";
  static final String ADDRESS = "cluster/(node-address)";
  static final String NODE_NAME = "cluster/(node-name)";

  /// What they list are facts of their own, one for each node.
  static final Set<String> LISTS = Set.of("cluster/control-plane", "cluster/worker");

  static final String FILE = "cluster/(file)";
  static final String WORKLOAD_FILE = "deployment/(file)";

  static final List<Row> ROWS =
      List.of(
          idle("cluster/description", Kind.CLUSTER),
          anew("cluster/kind"),
          row(
              "cluster/version",
              byHand(
                  Message.of(
                      "`kubeadm upgrade` takes one node after the other, the control plane"
                          + " first")),
              Row.restarts(),
              on(Kind.HOST, Cost.RELOAD, Basis.SWITCH)),
          row("cluster/control-plane", on(Kind.CLUSTER, ClusterCosts::node)),
          row("cluster/worker", on(Kind.CLUSTER, ClusterCosts::node)),
          row(NODE, on(Kind.CLUSTER, ClusterCosts::node)),
          anew("cluster/pod-cidr"),
          anew("cluster/service-cidr"),
          row(
              "cluster/cni",
              byHand(
                  Message.of(
                      "take the old network plugin out, install the other one, and restart all"
                          + " pods")),
              Row.restarts(),
              on(Kind.HOST, Cost.RELOAD, Basis.SWITCH)),
          row(
              "cluster/endpoint",
              byHand(
                  Message.of(
                      "certificates and configurations of all nodes name the old one: make them"
                          + " anew"))),
          row(
              "cluster/label",
              on(
                  Kind.CLUSTER,
                  Cost.LIVE,
                  Basis.APPLIED,
                  Message.of("a node that has no other label here keeps one that went"))),
          row("vlan/mtu", on(Kind.CLUSTER, Cost.LIVE, Basis.APPLIED)),
          row(ADDRESS, on(Kind.CLUSTER, ClusterCosts::address)),
          row(
              NODE_NAME,
              byHand(
                  Message.of("it is another node to the cluster: delete the old one and join it"))),
          row(FILE, on(Kind.CLUSTER, ClusterCosts::file)),
          idle("deployment/description", Kind.DEPLOYMENT),
          row(
              "deployment/cluster",
              on(
                  Kind.DEPLOYMENT,
                  Cost.MANUAL,
                  Basis.APPLIED,
                  Message.of("delete it in the old cluster, apply it in the new one"))),
          pods("deployment/image"),
          live("deployment/replicas"),
          live("deployment/port"),
          pods("deployment/port/container"),
          live("deployment/port/node"),
          pods("deployment/env"),
          pods("deployment/node-selector"),
          row(
              "deployment/host-path",
              on(
                  Kind.DEPLOYMENT,
                  Cost.ROLLOUT,
                  Basis.APPLIED,
                  Message.of("what lies in a folder of a node stays there"))),
          pods("deployment/privileged"),
          row(WORKLOAD_FILE, on(Kind.DEPLOYMENT, Cost.LIVE, Basis.APPLIED, Steps.UNSAID)));

  private ClusterCosts() {}

  private static Cell byHand(Message note) {
    return on(Kind.CLUSTER, Cost.MANUAL, Basis.KUBEADM, note);
  }

  private static Row anew(String path) {
    return row(
        path,
        on(
            Kind.CLUSTER,
            Judge.always(
                Effect.of(Cost.RECREATE, Basis.KUBEADM)
                    .losing()
                    .with(Message.of("only a cluster that is made anew has it")))));
  }

  private static Row pods(String path) {
    return row(path, on(Kind.DEPLOYMENT, Cost.ROLLOUT, Basis.APPLIED));
  }

  private static Row live(String path) {
    return row(path, on(Kind.DEPLOYMENT, Cost.LIVE, Basis.APPLIED));
  }

  /// A cluster lives on in any node of its control plane that stays.
  private static Effect node(Delta delta) {
    if (delta.isAdded()) {
      return Effect.of(Cost.MANUAL, Basis.KUBEADM)
          .with(Message.of("it joins by the procedure in `README.md` of the cluster"));
    }
    var stays = controlPlane(delta.old(), delta);
    stays.retainAll(controlPlane(delta.now(), delta));
    if (stays.isEmpty()) {
      return Effect.of(Cost.RECREATE, Basis.KUBEADM)
          .losing()
          .with(Message.of("no node of its control plane stays: it is another cluster"));
    }
    var name = delta.any().label().substring("node ".length());
    return Effect.of(Cost.MANUAL, Basis.KUBEADM)
        .with(
            delta.isRemoved()
                ? Message.of(
                    "`kubectl drain {0}`, `kubectl delete node {0}`, and `kubeadm reset` there",
                    name)
                : Message.of(
                    "`kubeadm reset` there, `kubectl delete node {0}`, and join it", name));
  }

  private static Set<String> controlPlane(Side side, Delta delta) {
    return side.cluster(delta.subject().name()).stream()
        .flatMap(it -> it.controlPlane().stream())
        .map(it -> it.value().name().text())
        .collect(Collectors.toSet());
  }

  private static Effect file(Delta delta) {
    boolean isApplied = delta.any().label().endsWith(".yaml");
    return Effect.of(isApplied ? Cost.LIVE : Cost.MANUAL, isApplied ? Basis.APPLIED : Basis.KUBEADM)
        .with(Steps.UNSAID);
  }

  private static Effect address(Delta delta) {
    var node = delta.any().label().split(" ", -1)[1];
    boolean isControlPlane =
        delta.now().cluster(delta.subject().name()).stream()
            .flatMap(it -> it.controlPlane().stream())
            .anyMatch(it -> it.value().name().text().equals(node));
    return Effect.of(Cost.MANUAL, Basis.KUBEADM)
        .with(
            isControlPlane
                ? Message.of(
                    "the certificates of its API server and etcd, and all that joined, have the old"
                        + " address: make them anew")
                : Message.of(
                    "`kubeadm reset` there, `kubectl delete node {0}`, and join it", node));
  }
}
