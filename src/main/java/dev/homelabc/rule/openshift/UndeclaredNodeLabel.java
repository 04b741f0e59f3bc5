package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftProject.NodeLabel;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Suggestion;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.Optional;
import java.util.function.Consumer;

public final class UndeclaredNodeLabel implements Rule {
  private static final Code CODE =
      Code.error(
          "undeclared-node-label",
          "A VM selects nodes by a label that its project does not list.",
          "A project with `node-label` lines says by which labels its nodes can be told apart. A VM"
              + " that asks for another one waits for such a node without end. A label with a"
              + " prefix, such as `nvidia.com/gpu.present`, may come from a program of the cluster"
              + " and is asked for only if the project lists it.",
          example("zone: edge"),
          example("zone: core"));

  private static String example(String label) {
    return """
    openshift shop {
      node-label zone core dmz
    }

    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.com/web.qcow2
      disk 10GiB
      node-selector {
        %s
      }
    }
    """
        .replace("%s", label.replace(":", ""));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().openShiftVms()) {
      var project = vm.project().value();
      if (!project.nodeLabels().isEmpty()) {
        SelectedLabel.of(vm).forEach(it -> check(vm, project, it, report));
      }
    }
  }

  private static void check(
      OpenShiftVm vm, OpenShiftProject project, SelectedLabel label, Consumer<Diagnostic> report) {
    var listed = listed(project, label.key());
    if (listed.isEmpty()) {
      if (!label.key().contains("/")) {
        report.accept(unknownKey(vm, project, label));
      }
      return;
    }
    var values = listed.get().values().stream().map(Sourced::value).toList();
    for (var value : label.values()) {
      if (!values.contains(value.text())) {
        report.accept(
            Suggestion.of(
                    value.text(),
                    values.stream().map(UndeclaredNodeLabel::written).toList(),
                    Message.of("values of `{0}`", label.key()))
                .on(
                    Diagnostic.at(
                            value.place(),
                            CODE,
                            Message.of(
                                "no node of project `{0}` has the label `{1}`",
                                project, label.key() + " " + written(value.text())),
                            Message.of("selected by `{0}`", vm))
                        .also(
                            listed.get().key().place(), Message.of("the values that nodes have"))));
      }
    }
  }

  private static String written(String value) {
    return value.isEmpty() ? "\"\"" : value;
  }

  private static Diagnostic unknownKey(
      OpenShiftVm vm, OpenShiftProject project, SelectedLabel label) {
    var keys = project.nodeLabels().stream().map(it -> it.key().value()).toList();
    return Diagnostic.at(
            label.place(),
            CODE,
            Message.of("project `{0}` lists no node label `{1}`", project, label.key()),
            Message.of("selected by `{0}`", vm))
        .also(project.nodeLabels().getFirst().key().place(), Message.of("labels are listed here"))
        // A node selector's place is its value.
        .help(Suggestion.of(label.key(), keys, Message.of("labels of its nodes")).help());
  }

  private static Optional<NodeLabel> listed(OpenShiftProject project, String key) {
    return project.nodeLabels().stream().filter(it -> it.key().value().equals(key)).findFirst();
  }
}
