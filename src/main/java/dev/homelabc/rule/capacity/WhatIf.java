package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Suggestion;
import dev.homelabc.value.Name;
import dev.homelabc.value.Size;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The question what a lab comes to with so many more VMs like one that it has, or of a profile.
///
/// @param name of a VM or profile
/// @param on the host or project where they would run; by default where the VM runs
public record WhatIf(String name, int count, Optional<String> on) {
  private static final Pattern FORM =
      Pattern.compile("(\\S+)(?:\\s+x([1-9][0-9]{0,3}))?(?:\\s+on\\s+(\\S+))?");

  /// What comes of a question.
  public sealed interface Answer {
    /// The ledger with those VMs in it.
    record Supposed(Ledger ledger) implements Answer {}

    /// Nothing can be said, and why.
    record Unclear(Message reason) implements Answer {}
  }

  /// Reads `NAME`, `NAME x2` or `NAME x2 on HOST`; empty if it is none of them.
  public static Optional<WhatIf> read(String text) {
    return FORM.matcher(text.strip())
        .results()
        .filter(it -> it.end() - it.start() == text.strip().length())
        .map(it ->
            new WhatIf(
                it.group(1),
                it.group(2) == null ? 1 : Integer.parseInt(it.group(2)),
                Optional.ofNullable(it.group(3))))
        .findFirst();
  }

  /// Adds the VMs to a ledger.
  ///
  /// @param declarations of the lab
  public Answer ask(Ledger ledger, List<Declaration> declarations) {
    var model =
        Stream.of("vm", "profile")
            .flatMap(kind -> declarations.stream().filter(it -> it.kind().equals(kind)))
            .filter(it -> it.name().text().equals(name) || it.base().text().equals(name))
            .findFirst();
    if (model.isEmpty()) {
      return new Answer.Unclear(unknown(declarations));
    }
    var places = ledger.accounts().stream().map(it -> it.name().text()).toList();
    var place = place(model.get(), ledger);
    if (place.isEmpty()) {
      return new Answer.Unclear(
          Message.of(
              "say where `{0}` would run, as in `{1}`",
              name, name + " x" + count + " on " + places.stream().findFirst().orElse("HOST")));
    }
    var account = ledger.accounts().stream().filter(it -> it.name().text().equals(place.get()));
    return account
        .findFirst()
        .map(it -> ask(model.get(), it, ledger))
        .orElseGet(() -> {
          var advice = Suggestion.of(place.get(), places, Message.of("hosts and projects"));
          return new Answer.Unclear(
              Message.of("`{0}` is no host or project; {1}", place.get(), advice.help()));
        });
  }

  private Answer ask(Declaration model, Account account, Ledger ledger) {
    var vcpu = model.one("vcpu", Integer.class);
    var memory = model.one("memory", Size.class);
    if (vcpu.isEmpty() || memory.isEmpty()) {
      return new Answer.Unclear(
          Message.of(
              "{0} `{1}` does not say its `{2}`",
              model.kind(), name, vcpu.isEmpty() ? "vcpu" : "memory"));
    }
    boolean isElastic = model.one("balloon", Boolean.class).map(Sourced::value).orElse(false);
    var demand =
        new Demand(name, count, vcpu.get(), memory.get(), disks(model, account), isElastic, true);
    return new Answer.Supposed(ledger.plus(account.name(), demand));
  }

  private static List<Sourced<Size>> disks(Declaration model, Account account) {
    return switch (account) {
      case HostAccount _ -> model.each("volume", "size", Size.class);
      case ProjectAccount _ -> model.one("disk", Size.class).stream().toList();
    };
  }

  /// As the binder has it: what is said, else the only host, else the only project.
  private Optional<String> place(Declaration model, Ledger ledger) {
    List<? extends Account> natural = ledger.hosts().isEmpty() ? ledger.projects() : ledger.hosts();
    return on.or(() -> Optional.ofNullable(model.implied().get("on")))
        .or(() -> model.one("on", String.class).map(Sourced::value))
        .or(() ->
            natural.size() == 1 ? Optional.of(natural.getFirst().name().text()) : Optional.empty());
  }

  private Message unknown(List<Declaration> declarations) {
    var names =
        declarations.stream()
            .filter(it -> it.kind().equals("vm") || it.kind().equals("profile"))
            .flatMap(it -> Stream.of(it.name(), it.base()))
            .map(Name::text)
            .distinct()
            .toList();
    var advice = Suggestion.of(name, names, Message.of("VMs and profiles"));
    return Message.of("`{0}` is no VM or profile of this lab; {1}", name, advice.help());
  }
}
