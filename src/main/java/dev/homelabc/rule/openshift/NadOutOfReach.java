package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.Set;
import java.util.function.Consumer;

public final class NadOutOfReach implements Rule {
  /// What OpenShift's Multus lets every namespace use. Source: the `globalNamespaces` that its
  /// cluster network operator configures beside `namespaceIsolation`.
  private static final Set<String> SHARED =
      Set.of("default", "openshift-cnv", "openshift-multus", "openshift-sriov-network-operator");

  private static final Code CODE =
      Code.warning(
          "nad-out-of-reach",
          "A network is a NetworkAttachmentDefinition of another namespace.",
          "OpenShift keeps these to the VMs of their own namespace; only those in `default` and in"
              + " a few namespaces of OpenShift itself are there for all. Without that isolation,"
              + " as on plain Kubernetes, allow it.",
          example("infra/lan"),
          example("default/lan"));

  private static String example(String nad) {
    return """
    openshift shop {
      network lan {
        kind existing
        nad %s
      }
    }

    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.com/web.qcow2
      disk 10GiB
      network lan
    }
    """
        .replace("%s", nad);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var project : index.lab().projects()) {
      for (var network : project.networks()) {
        if (network.link() instanceof Link.Existing(var nad)) {
          var namespace = nad.value().substring(0, nad.value().indexOf('/'));
          if (!namespace.equals(project.namespace().value().text())
              && !SHARED.contains(namespace)) {
            report.accept(
                Diagnostic.at(
                        nad.place(),
                        CODE,
                        Message.of("VMs of project `{0}` may not use `{1}`", project, nad),
                        Message.of("in another namespace than `{0}`", project.namespace()))
                    .help(
                        Message.of("have it made in `{0}`, or in `default`", project.namespace())));
          }
        }
      }
    }
  }
}
