package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Setting;
import dev.homelabc.model.Sourced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Which nodes a VM prefers or needs.
final class Scheduling {
  private static final String ANTI = "podAntiAffinity";

  private Scheduling() {}

  /// The lab's rules. Replicas of one VM are spread over the nodes where those do not speak of it.
  static Optional<Yaml> affinity(OpenShiftVm vm, List<OpenShiftVm> group) {
    var rules = vm.affinity().map(Sourced::value);
    var stated = rules.map(it -> mapping(it.rules())).orElse(Yaml.mapping());
    boolean spread = group.size() > 1 && rules.filter(it -> it.has(ANTI)).isEmpty();
    var origin = vm.affinity().map(Sourced::origin).orElse(vm.origin());
    return (spread ? stated.with(ANTI, new Yaml.From(vm.origin(), apart(vm))) : stated)
        .unlessEmpty()
        .map(it -> new Yaml.From(origin, it));
  }

  /// Preferred, so that a small or half-drained cluster still starts every replica.
  private static Yaml.Mapping apart(OpenShiftVm vm) {
    var term =
        Yaml.mapping()
            .with("topologyKey", "kubernetes.io/hostname")
            .with("labelSelector", Yaml.mapping().with("matchLabels", Labels.selector(vm)));
    var rule = Yaml.mapping().with("weight", new Yaml.Whole(100)).with("podAffinityTerm", term);
    return Yaml.mapping()
        .with("preferredDuringSchedulingIgnoredDuringExecution", new Yaml.ListOf(List.of(rule)));
  }

  private static Yaml.Mapping mapping(Setting.Attributes attributes) {
    var values = new LinkedHashMap<String, Yaml>();
    attributes.values().forEach((key, value) -> values.put(key, yaml(value)));
    return new Yaml.Mapping(values);
  }

  private static Yaml yaml(Setting setting) {
    return switch (setting) {
      case Setting.Text(var text) -> new Yaml.Text(text);
      case Setting.Whole(var number) -> new Yaml.Whole(number);
      case Setting.Flag(var flag) -> new Yaml.Flag(flag);
      case Setting.Nothing() -> new Yaml.Null();
      case Setting.Sequence(var values) ->
          new Yaml.ListOf(values.stream().map(Scheduling::yaml).toList());
      case Setting.Attributes attributes -> mapping(attributes);
      case Setting.From(var origin, var value) -> new Yaml.From(origin, yaml(value));
    };
  }
}
