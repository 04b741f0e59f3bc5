package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One finding: what is wrong, where (the primary label first, then every other place that takes
/// part), and what to do about it.
///
/// The message is one sentence without a full stop, says what was found and what was expected, and
/// puts names in backticks. Help is an action. A fix is there only where it is sure.
///
/// @param severity that of the code, unless the lab says otherwise
public record Diagnostic(
    Code code,
    Severity severity,
    Message message,
    Label primary,
    List<Label> others,
    List<Message> help,
    Optional<Fix> fix)
    implements Comparable<Diagnostic> {
  public Diagnostic {
    others = List.copyOf(others);
    help = List.copyOf(help);
  }

  public static Diagnostic at(Place place, Code code, Message message, Message label) {
    return new Diagnostic(
        code,
        code.severity(),
        message,
        new Label(place, label),
        List.of(),
        List.of(),
        Optional.empty());
  }

  public Diagnostic also(Place place, Message label) {
    return with(plus(others, new Label(place, label)), help, fix);
  }

  public Diagnostic help(Message action) {
    return with(others, plus(help, action), fix);
  }

  public Diagnostic fix(Fix sure) {
    return with(others, help, Optional.of(sure));
  }

  /// With the fix to write this where the primary label stands, within the quotes that may be
  /// there. Without one where that text is more than a word: over several lines, or put together.
  public Diagnostic fix(String word) {
    return Fix.word(primary.place(), word).map(this::fix).orElse(this);
  }

  /// The same with another weight.
  public Diagnostic as(Severity other) {
    return new Diagnostic(code, other, message, primary, others, help, fix);
  }

  /// The same at other places: where the text came from in which it was found. A fix would change
  /// that text and not what it came from, so it becomes a help.
  public Diagnostic moved(UnaryOperator<Place> origin) {
    var advice = Prose.help(this).stream();
    return new Diagnostic(
        code,
        severity,
        message,
        primary.moved(origin),
        others.stream().map(it -> it.moved(origin)).toList(),
        advice.toList(),
        Optional.empty());
  }

  private Diagnostic with(List<Label> itsOthers, List<Message> itsHelp, Optional<Fix> itsFix) {
    return new Diagnostic(code, severity, message, primary, itsOthers, itsHelp, itsFix);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// How it is headed: `error[duplicate-mac]`.
  public String title(Language language) {
    return code.title(severity, language);
  }

  /// By path, offset, code, English message: the order in which people read them.
  @Override
  public int compareTo(Diagnostic other) {
    int order = primary.place().compareTo(other.primary.place());
    if (order == 0) {
      order = code.name().compareTo(other.code.name());
    }
    return order == 0 ? message.toString().compareTo(other.message.toString()) : order;
  }

  private static <T> List<T> plus(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }
}
