package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Suggestion;
import dev.homelabc.model.YamlNode;
import dev.homelabc.model.YamlNode.Member;
import dev.homelabc.model.YamlNode.Scalar;
import dev.homelabc.source.Place;
import dev.homelabc.value.Reading;
import java.util.List;
import java.util.function.Consumer;

/// Says what is wrong with the fields of a file, each time where it stands.
record Slips(YamlFile file, Consumer<Diagnostic> report) {

  void unknown(Scalar key, Message owner, List<String> known) {
    report.accept(
        Diagnostic.at(
                file.at(key.span()),
                AdoptCodes.UNKNOWN_FIELD,
                Message.of("`{0}` is not a known field of {1}", key.value(), owner),
                Message.of("left out"))
            .help(Suggestion.of(key.value(), known, Message.of("fields")).help()));
  }

  void twice(Scalar key, Scalar first) {
    report.accept(
        Diagnostic.at(
                file.at(key.span()),
                AdoptCodes.DUPLICATE_FIELD,
                Message.of("`{0}` is given twice", key.value()),
                Message.of("given again here"))
            .also(file.at(first.span()), Message.of("first given here"))
            .help(Message.of("keep one of the two")));
  }

  void missing(Place place, Message owner, String name, String example) {
    report.accept(
        Diagnostic.at(
                place,
                AdoptCodes.MISSING_FIELD,
                Message.of("{0} has no `{1}`", owner, name),
                Message.of("`{0}` is missing", name))
            .help(Message.of("add `{0}`", name + ": " + example)));
  }

  void idle(Scalar key, Message without) {
    report.accept(
        Diagnostic.at(
            file.at(key.span()),
            AdoptCodes.IDLE_FIELD,
            Message.of("`{0}` has no effect without {1}", key.value(), without),
            Message.of("left out")));
  }

  void misfit(Member member, Message expected) {
    var at = member.value() instanceof Scalar ? member.value() : member.key();
    misfit(at, Message.of("`{0}`", member.key().value()), expected);
  }

  void misfit(YamlNode at, Message what, Message expected) {
    report.accept(finding(at, what, expected));
  }

  /// A script is easily written as what it means.
  void notAText(Scalar key) {
    report.accept(
        finding(key, Message.of("`{0}`", key.value()), Message.of("a text"))
            .help(Message.of("write `|` behind its key, so that what follows is a text")));
  }

  private Diagnostic finding(YamlNode at, Message what, Message expected) {
    return Diagnostic.at(
        file.at(at.span()),
        AdoptCodes.BAD_VALUE,
        Message.of("{0} is not {1}", what, expected),
        Message.of("expected {0}", expected));
  }

  /// Whether each surrogate has its other half, which is reported if not: YAML can name one alone
  /// by its number.
  boolean isText(Scalar scalar, Message what) {
    boolean isText =
        scalar.value().codePoints().noneMatch(it -> Character.getType(it) == Character.SURROGATE);
    if (!isText) {
      report.accept(
          Diagnostic.at(
              file.at(scalar.span()),
              AdoptCodes.BAD_VALUE,
              Message.of("{0} holds half of a character", what),
              Message.of("a surrogate alone")));
    }
    return isText;
  }

  void rounded(Given<String> text, Quantity quantity) {
    report.accept(
        Diagnostic.at(
                text.place(),
                AdoptCodes.ROUNDED_SIZE,
                Message.of(
                    "`{0}` is no whole number of MiB, so it becomes `{1}`", text, quantity.size()),
                Message.of("rounded up"))
            .help(Message.of("a unit with `i` counts in powers of two, as the lab does")));
  }

  void badSize(Given<String> text, Reading.Bad<Quantity> bad) {
    var finding =
        Diagnostic.at(
            text.place(),
            bad.code(),
            bad.message(),
            Message.of("expected {0}", Message.of("a size")));
    report.accept(bad.help().map(finding::help).orElse(finding));
  }
}
