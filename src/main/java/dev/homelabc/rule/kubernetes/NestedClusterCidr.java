package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class NestedClusterCidr implements Rule {
  private static final Code CODE =
      Code.warning(
          "nested-cluster-cidr",
          "Of the pod network and the service network of a cluster, one lies inside the other.",
          "Kubernetes leaves the service addresses out when it gives nodes their pod networks, but"
              + " network plugins and firewall rules that tell the two apart by network cannot.",
          Example.cluster("service-cidr 10.244.128.0/20"),
          Example.cluster("service-cidr 10.96.0.0/12"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var cluster : index.lab().clusters()) {
      var pods = cluster.podCidr();
      var services = cluster.serviceCidr();
      if (pods.value().overlaps(services.value()) && !pods.value().equals(services.value())) {
        boolean isDefault = services.origin().isDefault();
        var given = isDefault ? pods : services;
        var other = isDefault ? services : pods;
        var label =
            isDefault
                ? Message.of("the pods of cluster `{0}`", cluster)
                : Message.of("the services of cluster `{0}`", cluster);
        var words =
            isDefault
                ? Message.of("the services of cluster `{0}`", cluster)
                : Message.of("the pods of cluster `{0}`", cluster);
        report.accept(
            Diagnostic.at(
                    given.place(),
                    CODE,
                    Message.of(
                        "networks `{0}` and `{1}` of cluster `{2}` lie inside each other",
                        given, other, cluster),
                    label)
                .also(other.place(), Message.of("{0}{1}", words, Use.how(other.origin())))
                .help(Message.of("choose networks that have no address in common")));
      }
    }
  }
}
