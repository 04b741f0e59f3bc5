package dev.homelabc.rule.openshift;

import dev.homelabc.model.EmbeddedYaml;
import dev.homelabc.model.EmbeddedYaml.Outcome;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.YamlNode;
import dev.homelabc.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A label of nodes that a VM's node selector or affinity speaks of.
///
/// @param place of the key
/// @param values that are named for it
record SelectedLabel(String key, Place place, List<Value> values) {
  record Value(String text, Place place) {}

  /// Operators whose values are values of the label. Source: core/v1 NodeSelectorRequirement.
  private static final Set<String> COMPARING = Set.of("In", "NotIn");

  SelectedLabel {
    values = List.copyOf(values);
  }

  static List<SelectedLabel> of(OpenShiftVm vm) {
    var labels = new ArrayList<SelectedLabel>();
    vm.nodeSelector()
        .forEach((key, value) ->
            labels.add(
                new SelectedLabel(
                    key, value.place(), List.of(new Value(value.value(), value.place())))));
    vm.affinity().ifPresent(it -> new Walk(EmbeddedYaml.in(it.place()), labels).run());
    return labels;
  }

  /// Walks an affinity, whose form is known to be right.
  private record Walk(EmbeddedYaml yaml, List<SelectedLabel> labels) {
    void run() {
      if (yaml.read() instanceof Outcome.Good(YamlNode.Mapping root)) {
        root.member("nodeAffinity").ifPresent(it -> nodes(it.value()));
        topologies(root);
      }
    }

    /// Everything with a `key` below `matchExpressions`.
    private void nodes(YamlNode node) {
      switch (node) {
        case YamlNode.Scalar _ -> {}
        case YamlNode.Sequence(_, var items) -> items.forEach(this::nodes);
        case YamlNode.Mapping mapping -> {
          for (var member : mapping.members()) {
            if (member.key().value().equals("matchExpressions")
                && member.value() instanceof YamlNode.Sequence(_, var expressions)) {
              expressions.forEach(this::expression);
            } else if (!member.key().value().equals("matchFields")) {
              nodes(member.value());
            }
          }
        }
      }
    }

    private void expression(YamlNode node) {
      if (node instanceof YamlNode.Mapping expression) {
        boolean compares =
            expression.scalar("operator").filter(it -> COMPARING.contains(it.value())).isPresent();
        var values =
            compares
                ? expression.member("values").map(YamlNode.Member::value).stream()
                    .flatMap(it ->
                        it instanceof YamlNode.Sequence(_, var items)
                            ? items.stream()
                            : Stream.empty())
                    .flatMap(it ->
                        it instanceof YamlNode.Scalar scalar ? Stream.of(scalar) : Stream.empty())
                    .map(it -> new Value(it.value(), yaml.place(it.span())))
                    .toList()
                : List.<Value>of();
        expression
            .scalar("key")
            .ifPresent(
                key -> labels.add(new SelectedLabel(key.value(), yaml.place(key.span()), values)));
      }
    }

    /// The labels whose equal values make a place, such as a rack, in rules about other pods.
    private void topologies(YamlNode node) {
      switch (node) {
        case YamlNode.Scalar _ -> {}
        case YamlNode.Sequence(_, var items) -> items.forEach(this::topologies);
        case YamlNode.Mapping mapping -> {
          mapping
              .scalar("topologyKey")
              .ifPresent(key ->
                  labels.add(new SelectedLabel(key.value(), yaml.place(key.span()), List.of())));
          mapping.members().forEach(it -> topologies(it.value()));
        }
      }
    }
  }
}
