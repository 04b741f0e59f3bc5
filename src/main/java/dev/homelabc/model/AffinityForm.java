package dev.homelabc.model;

import dev.homelabc.diagnostic.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What `core/v1 Affinity` of Kubernetes holds, part by part. Source: its OpenAPI description.
sealed interface AffinityForm {
  /// How messages call it, as in "expected a list".
  Message words();

  /// A mapping with these keys and no others.
  ///
  /// @param known by name
  record Fields(Map<String, AffinityForm> known, Set<String> required) implements AffinityForm {
    @Override
    public Message words() {
      return Message.of("a mapping");
    }
  }

  /// Any keys, with strings.
  record Labels() implements AffinityForm {
    @Override
    public Message words() {
      return Message.of("a mapping");
    }
  }

  record Each(AffinityForm item) implements AffinityForm {
    @Override
    public Message words() {
      return Message.of("a list");
    }
  }

  record Text() implements AffinityForm {
    @Override
    public Message words() {
      return Message.of("a string");
    }
  }

  record Choice(List<String> options) implements AffinityForm {
    @Override
    public Message words() {
      return Message.of("an operator");
    }
  }

  /// A weight, from 1 to 100.
  record Weight() implements AffinityForm {
    @Override
    public Message words() {
      return Message.of("a whole number from 1 to 100");
    }
  }

  AffinityForm TEXT = new Text();

  AffinityForm LABEL_SELECTOR =
      fields(
          Set.of(),
          Map.of(
              "matchLabels",
              new Labels(),
              "matchExpressions",
              requirements("In", "NotIn", "Exists", "DoesNotExist")));

  AffinityForm NODE_TERM =
      fields(
          Set.of(),
          Map.of(
              "matchExpressions",
              requirements("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"),
              "matchFields",
              requirements("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt")));

  AffinityForm POD_TERM =
      fields(
          Set.of("topologyKey"),
          Map.of(
              "labelSelector",
              LABEL_SELECTOR,
              "matchLabelKeys",
              new Each(TEXT),
              "mismatchLabelKeys",
              new Each(TEXT),
              "namespaceSelector",
              LABEL_SELECTOR,
              "namespaces",
              new Each(TEXT),
              "topologyKey",
              TEXT));

  AffinityForm NODES =
      rules(
          fields(Set.of("nodeSelectorTerms"), Map.of("nodeSelectorTerms", new Each(NODE_TERM))),
          "preference",
          NODE_TERM);

  AffinityForm PODS = rules(new Each(POD_TERM), "podAffinityTerm", POD_TERM);

  AffinityForm AFFINITY =
      fields(Set.of(), Map.of("nodeAffinity", NODES, "podAffinity", PODS, "podAntiAffinity", PODS));

  private static AffinityForm rules(AffinityForm required, String term, AffinityForm form) {
    var preferred = fields(Set.of("weight", term), Map.of("weight", new Weight(), term, form));
    return fields(
        Set.of(),
        Map.of(
            "requiredDuringSchedulingIgnoredDuringExecution",
            required,
            "preferredDuringSchedulingIgnoredDuringExecution",
            new Each(preferred)));
  }

  private static AffinityForm requirements(String... operators) {
    return new Each(
        fields(
            Set.of("key", "operator"),
            Map.of(
                "key", TEXT,
                "operator", new Choice(List.of(operators)),
                "values", new Each(TEXT))));
  }

  private static AffinityForm fields(Set<String> required, Map<String, AffinityForm> known) {
    return new Fields(new TreeMap<>(known), required);
  }
}
