package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Consumer;

/// Names are unique in a lab within one kind and one parent; the objects made of them share wider
/// name spaces.
public final class DuplicateObject implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-object",
          "Two declarations make one and the same object in a cluster.",
          "Projects of one namespace share its networks, OVN-Kubernetes knows a network as"
              + " NAMESPACE-NAME, and a deployment may have a second Service NAME-internal. The one"
              + " applied last would replace the other.",
          example("  namespace web\n"),
          example(""));

  /// @param kind in Kubernetes' own words
  /// @param cluster which one, where the lab has several; empty is the OpenShift cluster
  private record Thing(String kind, String cluster, String name) {}

  private static String example(String namespace) {
    return """
    openshift shop {
      namespace web
      network lan {
        bridge br1
      }
    }

    openshift wiki {
    %s  network lan {
        bridge br1
      }
    }
    """
        .replace("%s", namespace);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    var uses = new ArrayList<Use<Thing>>();
    var inOvn = new ArrayList<Use<Thing>>();
    var definitions = new HashSet<String>();
    for (var project : lab.projects()) {
      for (var network : project.networks()) {
        if (network.link() instanceof Link.Existing) {
          continue;
        }
        var owner = Message.of("network `{0}` of project `{1}`", network.name(), project);
        var definition = project.namespace() + "/" + network.name();
        uses.add(
            new Use<>(
                new Thing("NetworkAttachmentDefinition", "", definition), owner, network.origin()));
        // One definition has one name in OVN, which is not worth a second finding.
        if (definitions.add(definition) && !(network.link() instanceof Link.LinuxBridge)) {
          var name = definition.replace('/', '-');
          inOvn.add(new Use<>(new Thing("OVN network", "", name), owner, network.origin()));
        }
      }
    }
    uses.addAll(inOvn);
    for (var deployment : lab.deployments()) {
      var cluster = deployment.cluster().value();
      for (var service : deployment.services()) {
        uses.add(
            new Use<>(
                new Thing("Service", cluster.name().text(), service.name()),
                Message.of("deployment `{0}`", deployment),
                deployment.origin()));
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
                            "{0} `{1}` would be made twice",
                            again.value().kind(), again.value().name()))
                    .help(Message.of("rename one of the two"))));
  }
}
