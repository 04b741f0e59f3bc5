package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Holds one affinity against its form, and reports each part that does not fit, where it stands.
final class AffinityReader {
  private final EmbeddedYaml yaml;
  private final Consumer<Diagnostic> report;
  private boolean isGood = true;

  AffinityReader(EmbeddedYaml yaml, Consumer<Diagnostic> report) {
    this.yaml = yaml;
    this.report = report;
  }

  Optional<Setting.Attributes> read() {
    return switch (yaml.read()) {
      case EmbeddedYaml.Outcome.Bad bad -> {
        report.accept(yaml.finding(bad, Affinity.BAD, Message.of("the affinity is not YAML")));
        yield Optional.empty();
      }
      case EmbeddedYaml.Outcome.Good(YamlNode.Mapping root) -> {
        var rules = fields(root, (AffinityForm.Fields) AffinityForm.AFFINITY, null);
        yield isGood ? Optional.of(rules) : Optional.empty();
      }
      case EmbeddedYaml.Outcome.Good(var root) -> misfit(root.span());
      case EmbeddedYaml.Outcome.Nothing() -> misfit(new Span(0, yaml.text().length()));
    };
  }

  private Setting setting(YamlNode node, AffinityForm form, YamlNode.Scalar key) {
    if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      return new Setting.Nothing();
    }
    return switch (form) {
      case AffinityForm.Fields fields when node instanceof YamlNode.Mapping mapping ->
          fields(mapping, fields, key);
      case AffinityForm.Labels _ when node instanceof YamlNode.Mapping mapping -> labels(mapping);
      case AffinityForm.Each(var item) when node instanceof YamlNode.Sequence(_, var items) ->
          new Setting.Sequence(items.stream().map(it -> setting(it, item, key)).toList());
      case AffinityForm.Text _ when node instanceof YamlNode.Scalar scalar ->
          new Setting.Text(scalar.value());
      case AffinityForm.Weight _
          when node instanceof YamlNode.Scalar(_, var value, var isPlain)
              && isPlain
              && value.matches("[1-9][0-9]?|100") ->
          new Setting.Whole(Long.parseLong(value));
      case AffinityForm.Choice(var options) when node instanceof YamlNode.Scalar scalar -> {
        if (!options.contains(scalar.value())) {
          var finding =
              finding(scalar.span(), Message.of("`{0}` is not an operator", scalar.value()), form);
          report(Suggestion.of(scalar.value(), options, Message.of("operators")).on(finding));
        }
        yield new Setting.Text(scalar.value());
      }
      case AffinityForm.Fields _,
          AffinityForm.Labels _,
          AffinityForm.Each _,
          AffinityForm.Text _,
          AffinityForm.Weight _,
          AffinityForm.Choice _ -> {
        misfit(
            node instanceof YamlNode.Scalar ? node.span() : key.span(),
            Message.of("`{0}`", key.value()),
            form.words());
        yield new Setting.Nothing();
      }
    };
  }

  /// @param key that holds the mapping; null for the whole affinity
  private Setting.Attributes fields(
      YamlNode.Mapping mapping, AffinityForm.Fields form, YamlNode.@Nullable Scalar key) {
    var values = new LinkedHashMap<String, Setting>();
    var seen = new LinkedHashMap<String, Span>();
    var owner = key == null ? Message.of("an affinity") : Message.of("`{0}`", key.value());
    var missing = new ArrayList<>(form.required().stream().sorted().toList());
    for (var member : mapping.members()) {
      var name = member.key().value();
      var known = form.known().get(name);
      missing.remove(name);
      if (known == null) {
        missing.remove(unknown(member.key(), form, owner));
      } else if (isFirst(member.key(), seen)) {
        values.put(name, setting(member.value(), known, member.key()));
      }
    }
    if (!missing.isEmpty()) {
      var first = mapping.members().stream().map(it -> it.key().span()).findFirst();
      var at = first.or(() -> Optional.ofNullable(key).map(YamlNode.Scalar::span));
      report(
          Diagnostic.at(
                  yaml.place(at.orElse(mapping.span())),
                  Affinity.BAD,
                  Message.of("{0} has no `{1}`", owner, missing.getFirst()),
                  Message.of("`{0}` is missing", missing.getFirst()))
              .help(Message.of("add `{0}`", missing.getFirst() + ":")));
    }
    return new Setting.Attributes(values);
  }

  /// Reports a field, and says which one it most likely stands for.
  private String unknown(YamlNode.Scalar key, AffinityForm.Fields form, Message owner) {
    var advice = Suggestion.of(key.value(), form.known().keySet(), Message.of("fields known here"));
    report(
        advice.on(
            Diagnostic.at(
                yaml.place(key.span()),
                Affinity.UNKNOWN_FIELD,
                Message.of("`{0}` is not a field of {1}", key.value(), owner),
                Message.of("unknown"))));
    return Suggestion.near(key.value(), form.known().keySet()).orElse("");
  }

  private Setting.Attributes labels(YamlNode.Mapping mapping) {
    var values = new LinkedHashMap<String, Setting>();
    var seen = new LinkedHashMap<String, Span>();
    for (var member : mapping.members()) {
      if (isFirst(member.key(), seen)) {
        values.put(member.key().value(), setting(member.value(), AffinityForm.TEXT, member.key()));
      }
    }
    return new Setting.Attributes(values);
  }

  private boolean isFirst(YamlNode.Scalar key, Map<String, Span> seen) {
    var first = seen.putIfAbsent(key.value(), key.span());
    if (first != null) {
      report(
          Diagnostic.at(
                  yaml.place(key.span()),
                  Affinity.BAD,
                  Message.of("`{0}` is given twice", key.value()),
                  Message.of("given again here"))
              .also(yaml.place(first), Message.of("first given here"))
              .help(Message.of("keep one of the two")));
    }
    return first == null;
  }

  private Optional<Setting.Attributes> misfit(Span span) {
    misfit(span, Message.of("the affinity"), Message.of("a mapping"));
    return Optional.empty();
  }

  private void misfit(Span span, Message what, Message expected) {
    report(
        Diagnostic.at(
            yaml.place(span),
            Affinity.BAD,
            Message.of("{0} is not {1}", what, expected),
            Message.of("expected {0}", expected)));
  }

  private Diagnostic finding(Span span, Message message, AffinityForm form) {
    return Diagnostic.at(
        yaml.place(span), Affinity.BAD, message, Message.of("expected {0}", form.words()));
  }

  private void report(Diagnostic finding) {
    isGood = false;
    report.accept(finding);
  }
}
