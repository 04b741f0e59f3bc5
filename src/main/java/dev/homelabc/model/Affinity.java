package dev.homelabc.model;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.Place;
import java.util.Optional;
import java.util.function.Consumer;

/// Kubernetes scheduling rules (`core/v1 Affinity`), read from YAML.
///
/// All scalars of that type but `weight` are strings, so they are read as such: `on` and `0755` are
/// label values here and neither a boolean nor an octal number, whatever version of YAML one has in
/// mind.
public record Affinity(Setting.Attributes rules) {
  public static final Code BAD =
      Code.error(
          "bad-affinity",
          "An affinity does not have the form that Kubernetes takes.",
          "It becomes a part of the VirtualMachine word for word, and the cluster would refuse the"
              + " whole VM.",
          example("- rack-01"),
          example("nodeAffinity: {}"));

  public static final Code UNKNOWN_FIELD =
      Code.error(
          "unknown-affinity-field",
          "An affinity has a field that Kubernetes does not know.",
          "Depending on how it is applied, the cluster refuses the VM, or drops the field and"
              + " schedules the VM as if the rule were not there.",
          example("nodeAfinity: {}"),
          example("nodeAffinity: {}"));

  private static String example(String affinity) {
    return """
    openshift shop
    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.com/web.qcow2
      disk 10GiB
      affinity "%s"
    }
    """
        .replace("%s", affinity);
  }

  /// Empty if the text is none, which is then reported.
  ///
  /// @param argument where the text is written
  static Optional<Affinity> read(Place argument, Consumer<Diagnostic> report) {
    return new AffinityReader(EmbeddedYaml.in(argument), report).read().map(Affinity::new);
  }

  /// Whether the rules say something of their own under a key of the first level.
  public boolean has(String key) {
    return rules.values().containsKey(key);
  }
}
