package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.EmbeddedYaml;
import dev.homelabc.model.EmbeddedYaml.Outcome;
import dev.homelabc.model.YamlNode;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Encoding;
import java.util.Optional;
import java.util.function.Consumer;

/// A file whose whole text is one YAML mapping.
record YamlFile(SourceFile source, YamlNode.Mapping root) {

  /// Empty if it is none, which is then reported.
  static Optional<YamlFile> read(SourceFile source, Consumer<Diagnostic> report) {
    var lost = Encoding.check(source);
    if (lost.isPresent()) {
      report.accept(lost.get());
      return Optional.empty();
    }
    return switch (EmbeddedYaml.read(source.text())) {
      case Outcome.Good(YamlNode.Mapping root) -> Optional.of(new YamlFile(source, Merge.in(root)));
      case Outcome.Good(var root) -> {
        report.accept(
            Diagnostic.at(
                    source.at(root.span()),
                    AdoptCodes.UNREADABLE,
                    Message.of("the file is not a mapping of fields"),
                    Message.of("expected {0}", Message.of("a mapping")))
                .help(Message.of("write a line `KEY: VALUE` for each field")));
        yield Optional.empty();
      }
      case Outcome.Nothing() -> {
        report.accept(
            Diagnostic.at(
                source.at(Span.at(0)),
                AdoptCodes.UNREADABLE,
                Message.of("there is nothing in the file"),
                Message.NONE));
        yield Optional.empty();
      }
      case Outcome.Bad(var span, var problem, var inside) -> {
        var finding =
            Diagnostic.at(
                source.at(span),
                AdoptCodes.UNREADABLE,
                Message.of("{0}: {1}", Message.of("the file is not YAML"), problem),
                Message.of("not readable as YAML"));
        report.accept(
            inside
                .map(it -> finding.also(source.at(it), Message.of("in what begins here")))
                .orElse(finding));
        yield Optional.empty();
      }
    };
  }

  Place at(Span span) {
    return source.at(span);
  }
}
