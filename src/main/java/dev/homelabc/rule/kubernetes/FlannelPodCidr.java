package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Cluster;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Cni;
import dev.homelabc.value.Ipv4;
import java.util.function.Consumer;

public final class FlannelPodCidr implements Rule {
  /// `Network` in net-conf.json of the project's own kube-flannel.yml.
  private static final Cidr OWN = new Cidr(new Ipv4(10 << 24 | 244 << 16), 16);

  private static final Code CODE =
      Code.error(
          "flannel-pod-cidr",
          "The pods of a cluster with flannel have another network than flannel's.",
          "flannel's manifest states 10.244.0.0/16: it gives no subnet to a node whose pods lie"
              + " elsewhere, and they never start.",
          Example.cluster("pod-cidr 10.200.0.0/16"),
          Example.cluster("pod-cidr 10.244.0.0/16"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var cluster : index.lab().clusters()) {
      var pods = cluster.podCidr();
      if (usesFlannel(cluster) && !pods.value().equals(OWN)) {
        report.accept(
            Diagnostic.at(
                    pods.place(),
                    CODE,
                    Message.of("pod network `{0}` is not flannel's `{1}`", pods, OWN),
                    Message.of("the pods of cluster `{0}`", cluster))
                .help(Message.of("write `pod-cidr {0}`, or leave it out", OWN)));
      }
    }
  }

  private static boolean usesFlannel(Cluster cluster) {
    return switch (cluster.cni().value()) {
      case Cni.FLANNEL -> true;
    };
  }
}
