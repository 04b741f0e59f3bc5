package dev.homelabc.rule;

import dev.homelabc.diagnostic.Allowed;
import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Parsed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The `# allow CODE: reason` comments of a lab. A finding that is no error is allowed by the
/// comment nearest to its primary label, of those whose statements hold that label; through which
/// profile or replica it came about makes no difference. Each comment has to allow something.
public final class Suppressions {
  private static final String ALLOWED = vlan("# allow default-vlan: no switch is involved\n", 1);

  /// Of a comment that suppresses all the same, so that one slip is one finding.
  public static final Code ALLOW_WITHOUT_REASON =
      Code.error(
          "allow-without-reason",
          "An `allow` comment gives no reason.",
          "Whoever reviews the lab has to see why the finding does not matter here.",
          vlan("# allow default-vlan\n", 1),
          ALLOWED);

  public static final Code UNUSED_ALLOW =
      Code.warning(
          "unused-allow",
          "An `allow` comment allows nothing.",
          "A comment that is left over would hide the next finding of its code. Only what is no"
              + " error can be allowed, and only by its exact name.",
          vlan("# allow default-vlan: no switch is involved\n", 20),
          ALLOWED);

  /// A statement, by where it begins, and the code that a comment allows there.
  private record Scope(String path, int start, String code) {}

  private final Map<String, Parsed> files;
  private final Map<String, Code> codes;
  private final Severities severities;
  private final Map<Scope, Allow> allows = new HashMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  /// Comments that could allow something and have not.
  private final List<Allow> idle = new ArrayList<>();

  private Suppressions(List<Parsed> files, Collection<Code> codes, Severities severities) {
    this.files = files.stream().collect(Collectors.toMap(it -> it.source().path(), it -> it));
    this.codes = codes.stream().collect(Collectors.toMap(Code::name, Function.identity()));
    this.severities = severities;
    for (var file : files) {
      Allow.in(file, this.codes::containsKey).forEach(this::take);
    }
  }

  private static String vlan(String comment, int id) {
    return Example.fill(
        """
        %svlan services {
          id %s
          subnet 10.0.20.0/24
        }
        """,
        comment, Integer.toString(id));
  }

  /// Those of a lab.
  ///
  /// @param codes all that a finding can have
  public static Suppressions of(List<Parsed> files, Collection<Code> codes, Severities severities) {
    return new Suppressions(files, codes, severities);
  }

  /// All findings of a lab, and those about the comments, parted into what counts and what is
  /// allowed.
  public Report apply(List<Diagnostic> found) {
    var open = new ArrayList<Diagnostic>();
    var allowed = new ArrayList<Allowed>();
    Set<Allow> used = new HashSet<>();
    for (var finding : found) {
      var allow = finding.isError() ? Optional.<Allow>empty() : nearest(finding);
      allow.ifPresentOrElse(
          it -> {
            used.add(it);
            allowed.add(new Allowed(finding, it.reason(), it.place()));
          },
          () -> open.add(finding));
    }
    // A mistake may keep a law from finding what the comment is for.
    if (found.stream().noneMatch(it -> it.code().severity() == Severity.ERROR)) {
      idle.addAll(allows.values().stream().filter(it -> !used.contains(it)).toList());
      idle.stream()
          .filter(it -> !it.reason().isEmpty() && severities.of(code(it)).isPresent())
          .forEach(it -> findings.add(unused(it)));
    }
    findings.forEach(it -> severities.weigh(it).ifPresent(open::add));
    return new Report(open, allowed, this::context, false);
  }

  private Optional<Allow> nearest(Diagnostic finding) {
    var place = finding.primary().place();
    var file = Optional.ofNullable(files.get(place.file().path()));
    return file.stream()
        .flatMap(it -> it.around(place.span().start()).reversed().stream())
        .map(it -> allows.get(scope(place, it.span(), finding.code().name())))
        .flatMap(it -> Optional.ofNullable(it).stream())
        .findFirst();
  }

  /// The words of the statement at a place, behind those of the statements around it.
  private String context(Place place) {
    return Optional.ofNullable(files.get(place.file().path())).stream()
        .flatMap(it -> it.around(place.span().start()).stream())
        .map(it -> place.file().text(it.head()).replaceAll("\\s+", " "))
        .collect(Collectors.joining(" "));
  }

  private static Scope scope(Place place, Span statement, String code) {
    return new Scope(place.file().path(), statement.start(), code);
  }

  private Code code(Allow allow) {
    return Optional.ofNullable(codes.get(allow.code())).orElseThrow();
  }

  private void take(Allow allow) {
    var code = codes.get(allow.code());
    if (code == null) {
      findings.add(Severities.unknown(allow.code(), allow.place(), UNUSED_ALLOW, codes.keySet()));
      return;
    }
    if (code.equals(UNUSED_ALLOW) || severities.of(code).equals(Optional.of(Severity.ERROR))) {
      findings.add(unallowable(allow, code));
      return;
    }
    if (allow.reason().isEmpty()) {
      findings.add(withoutReason(allow));
    }
    var other =
        allow.scope().map(it -> allows.putIfAbsent(scope(allow.place(), it, code.name()), allow));
    if (allow.scope().isEmpty() || other.isPresent()) {
      idle.add(allow);
    }
  }

  private static Diagnostic withoutReason(Allow allow) {
    return Diagnostic.at(
            allow.place(),
            ALLOW_WITHOUT_REASON,
            Message.of("`allow {0}` gives no reason", allow.code()),
            Message.NONE)
        .help(Message.of("write `# allow {0}: REASON`, one code a comment", allow.code()));
  }

  private Diagnostic unallowable(Allow allow, Code code) {
    var denial = severities.denial(code);
    var finding =
        Diagnostic.at(
            allow.place(),
            UNUSED_ALLOW,
            code.equals(UNUSED_ALLOW)
                ? Message.of("`{0}` cannot be allowed", code.name())
                : Message.of("`{0}` is an error, which cannot be allowed", code.name()),
            Message.NONE);
    return denial
        .map(it -> finding.also(it, Message.of("made so here")))
        .orElse(finding)
        .help(Message.of("correct what is found, and take the comment out"));
  }

  private static Diagnostic unused(Allow allow) {
    return Diagnostic.at(
            allow.place(),
            UNUSED_ALLOW,
            Message.of("`allow {0}` allows nothing", allow.code()),
            allow
                .scope()
                .map(_ -> Message.of("no finding of its own in the statement"))
                .orElse(Message.of("no statement follows")))
        .help(
            Message.of(
                "take it out, or write it where the label with `^^^` of such a finding stands"));
  }
}
