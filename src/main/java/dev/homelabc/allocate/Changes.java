package dev.homelabc.allocate;

import dev.homelabc.allocate.LockFile.Line;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Request;
import dev.homelabc.model.Slot;
import dev.homelabc.model.Sourced;
import dev.homelabc.source.Place;
import dev.homelabc.value.AutoValue;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people are told when the lock changes: one finding a VM.
///
/// @param requests what VMs wait for, and
/// @param values what they get
record Changes(LockFile file, Map<Slot, Request> requests, Map<Slot, Sourced<AutoValue>> values) {

  /// Warnings, where the lock may change: that a merge is to be resolved, and who moves. What is
  /// new and what is freed is no news.
  List<Diagnostic> warnings(List<Kept.Lost> lost) {
    var findings = new ArrayList<Diagnostic>();
    file.conflict()
        .ifPresent(it ->
            findings.add(
                Diagnostic.at(
                        it,
                        AllocateCodes.CONFLICT,
                        Message.of("`{0}` holds a merge that git could not finish", LockFile.NAME),
                        Message.of("the first conflict"))
                    .help(
                        Message.of(
                            "run `homelabc build`: it keeps what does not clash and takes the"
                                + " markers out"))));
    byVm(lost, it -> it.request().slot()).values().stream()
        .map(this::moved)
        .flatMap(Optional::stream)
        .forEach(findings::add);
    return findings;
  }

  private Optional<Diagnostic> moved(List<Kept.Lost> lost) {
    var given =
        lost.stream()
            .map(it -> it.request().slot())
            .flatMap(slot ->
                Optional.ofNullable(values.get(slot))
                    .map(it -> new Given(slot, it.value(), false))
                    .stream())
            .toList();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var first = lost.getFirst();
    var finding =
        Diagnostic.at(
            first.line().place(),
            AllocateCodes.MOVED,
            Message.of(
                "`{0}` cannot keep {1} and gets {2}",
                first.request().slot().vm(),
                list(lost.stream().map(it -> it.line().given()).toList()),
                list(given)),
            first.reason());
    return Optional.of(
        first
            .other()
            .map(it ->
                finding.also(it.place(), Message.of("kept by `{0}`", it.given().slot().owner())))
            .orElse(finding)
            .help(Message.of("update what names the old address, such as DNS and firewalls")));
  }

  /// Errors, where the lock may not change.
  List<Diagnostic> errors(Lock lock) {
    if (file.conflict().isPresent()) {
      return List.of(
          error(
              file.conflict().get(),
              Message.of("`{0}` holds a merge that git could not finish", LockFile.NAME),
              Message.of("the first conflict")));
    }
    var before = file.lock().all();
    var findings = new ArrayList<Diagnostic>();
    var added = lock.live().stream().filter(it -> !before.contains(it)).toList();
    var lacking = byVm(added, Given::slot);
    lacking.forEach((vm, given) ->
        findings.add(
            error(
                place(given.getFirst()),
                Message.of("`{0}` lacks {1} of `{2}`", LockFile.NAME, list(given), vm),
                Message.of("would be assigned"))));
    var stale = file.entries().stream().filter(it -> !lock.all().contains(it.given())).toList();
    byVm(stale, it -> it.given().slot())
        .forEach((vm, lines) -> {
          if (!lacking.containsKey(vm)) {
            findings.add(
                error(
                    lines.getFirst().place(),
                    Message.of(
                        "`{0}` gives {1} to `{2}`, which does not ask for it",
                        LockFile.NAME, list(lines.stream().map(Line::given).toList()), vm),
                    Message.of("would be freed")));
          }
        });
    return findings;
  }

  /// Where the sources ask for what is given.
  private Place place(Given given) {
    return Objects.requireNonNull(requests.get(given.slot())).origin().place();
  }

  private static Diagnostic error(Place place, Message message, Message label) {
    return Diagnostic.at(place, AllocateCodes.OUTDATED, message, label)
        .help(Message.of("run `homelabc build`, and commit `{0}`", LockFile.NAME));
  }

  private static <T> Map<Name, List<T>> byVm(Collection<T> all, Function<T, Slot> slot) {
    return all.stream()
        .collect(
            Collectors.groupingBy(it -> slot.apply(it).vm(), TreeMap::new, Collectors.toList()));
  }

  /// Values with their properties: "`ip 10.0.20.10`, `vsock 20010`".
  private static String list(List<Given> given) {
    return given.stream()
        .map(it -> "`" + it.slot().property() + " " + it.value() + "`")
        .collect(Collectors.joining(", "));
  }
}
