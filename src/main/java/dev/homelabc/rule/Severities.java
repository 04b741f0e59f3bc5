package dev.homelabc.rule;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.model.Lab;
import dev.homelabc.model.ModelCodes;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Suggestion;
import dev.homelabc.source.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// How much the findings of one lab weigh: what their codes say, unless the lab denies them (they
/// are errors then) or warns of them (they are warnings, although off or notes by default). Nothing
/// makes a finding weigh less. This is the only place that decides it.
public final class Severities {
  private final Map<String, Code> codes;
  private final Consumer<Diagnostic> report;

  /// Those that the lab raises, by code.
  private final Map<String, Sourced<Severity>> raised = new HashMap<>();

  private Severities(Collection<Code> codes, Consumer<Diagnostic> report) {
    this.codes = codes.stream().collect(Collectors.toMap(Code::name, it -> it));
    this.report = report;
  }

  /// As one lab has them.
  ///
  /// @param codes all that a finding can have
  /// @param report takes what is wrong with the words of the lab themselves
  public static Severities of(Lab lab, Collection<Code> codes, Consumer<Diagnostic> report) {
    var severities = new Severities(codes, report);
    lab.deny().forEach(it -> severities.raise(it, Severity.ERROR));
    lab.warn().forEach(it -> severities.raise(it, Severity.WARNING));
    return severities;
  }

  /// The finding as it weighs in this lab; empty where its code is off.
  public Optional<Diagnostic> weigh(Diagnostic finding) {
    return of(finding.code()).map(finding::as);
  }

  /// Where the lab denies a code, if it does.
  public Optional<Place> denial(Code code) {
    return Optional.ofNullable(raised.get(code.name()))
        .filter(it -> it.value() == Severity.ERROR)
        .map(Sourced::place);
  }

  /// What findings of a code weigh in this lab; empty where it is off.
  Optional<Severity> of(Code code) {
    return Optional.ofNullable(raised.get(code.name()))
        .map(Sourced::value)
        .or(() -> code.isOff() ? Optional.empty() : Optional.of(code.severity()));
  }

  private void raise(Sourced<String> name, Severity severity) {
    var code = codes.get(name.value());
    if (code == null) {
      reportUnknown(name);
      return;
    }
    var before = of(code);
    if (before.isPresent() && before.get().compareTo(severity) <= 0) {
      reportIdle(name, before.get());
    } else {
      raised.put(code.name(), new Sourced<>(severity, name.origin()));
    }
  }

  private void reportUnknown(Sourced<String> name) {
    report.accept(unknown(name.value(), name.place(), ModelCodes.UNKNOWN_CHOICE, codes.keySet()));
  }

  /// The finding that a word is the name of no code.
  static Diagnostic unknown(String word, Place place, Code code, Collection<String> names) {
    var finding =
        Diagnostic.at(place, code, Message.of("there is no code `{0}`", word), Message.NONE);
    return Suggestion.near(word, names).isPresent()
        ? Suggestion.of(word, names, Message.of("codes")).on(finding)
        : finding.help(Message.of("`homelabc explain` lists the codes"));
  }

  private void reportIdle(Sourced<String> name, Severity severity) {
    var finding =
        Diagnostic.at(
            name.place(),
            ModelCodes.IDLE_PROPERTY,
            switch (severity) {
              case ERROR -> Message.of("`{0}` is an error already", name);
              case WARNING -> Message.of("`{0}` is a warning already", name);
              case NOTE -> Message.of("`{0}` is a note already", name);
            },
            Message.of("has no effect"));
    var first = raised.get(name.value());
    finding = first == null ? finding : finding.also(first.place(), Message.of("made so here"));
    report.accept(finding.help(Message.of("take it out")));
  }
}
