package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Parameter;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Type;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Punctuation;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.SyntaxCodes;
import dev.homelabc.value.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The arguments of a statement without the `=`, `:` and arrows that other languages put between
/// two values. One after the keyword is gone already; these could be part of a text, so that it
/// takes the property to tell.
///
/// @param finding empty where there is no such sign
record Signs(List<Argument> arguments, Optional<Diagnostic> finding) {
  static Signs in(SourceFile source, Property property, Statement statement) {
    var given = statement.arguments();
    long alone = given.stream().filter(Signs::isAlone).count();
    var written = form(property, given.size());
    var meant = written.or(() -> form(property, given.size() - (int) alone));
    if (meant.isEmpty()) {
      return new Signs(given, Optional.empty());
    }
    var kept = new ArrayList<Argument>();
    var signs = new ArrayList<Fix.Edit>();
    int before = statement.keyword().span().end();
    for (int i = 0; i < given.size(); i++) {
      var argument = given.get(i);
      var span = argument.span();
      var type = type(meant.get(), written.isPresent() ? i : kept.size());
      boolean isText = type instanceof Type.Words && written.isPresent();
      if (isAlone(argument) && !isText) {
        signs.add(new Fix.Edit(source.at(new Span(before, span.end())), ""));
      } else if (i < given.size() - 1 && isBehind(argument, type)) {
        var word = new Span(span.start(), span.end() - 1);
        kept.add(new Argument.Word(word, source.text(word)));
        signs.add(new Fix.Edit(source.at(new Span(word.end(), span.end())), ""));
      } else {
        kept.add(argument);
      }
      before = span.end();
    }
    if (signs.isEmpty() || form(property, kept.size()).isEmpty()) {
      return new Signs(given, Optional.empty());
    }
    return new Signs(kept, Optional.of(finding(property, kept, signs)));
  }

  private static Diagnostic finding(Property property, List<Argument> kept, List<Fix.Edit> signs) {
    var places =
        signs.stream()
            .map(Fix.Edit::place)
            .map(it -> {
              var sign = it.text().strip();
              int end = it.span().end();
              return it.file().at(new Span(end - sign.length(), end));
            })
            .toList();
    var file = places.getFirst().file();
    var finding =
        Diagnostic.at(
            places.getFirst(),
            SyntaxCodes.FOREIGN_SYNTAX,
            Message.of(
                "`{0}` stands among the values, where a blank is enough", places.getFirst().text()),
            Message.of("too much"));
    for (var more : places.subList(1, places.size())) {
      finding = finding.also(more, Message.of("here too"));
    }
    var example = new StringBuilder(property.name());
    kept.forEach(it -> example.append(' ').append(file.text(it.span())));
    var cure = Message.of("write `{0}`", example);
    return finding.help(cure).fix(new Fix(cure, signs));
  }

  private static boolean isAlone(Argument argument) {
    return argument instanceof Argument.Word(_, var text) && Punctuation.isSign(text);
  }

  /// Whether a value has a sign behind it with which it cannot be read.
  private static boolean isBehind(Argument argument, Type<?> type) {
    return argument instanceof Argument.Word(_, var text)
        && (text.endsWith(":") || text.endsWith("="))
        && text.matches(".*[^:=][:=]")
        && switch (type) {
          case Type.Scalar<?> scalar -> scalar.reader().apply(text) instanceof Reading.Bad<?>;
          case Type.Choice<?> _, Type.Reference _ -> true;
          case Type.Words _ -> false;
        };
  }

  private static Optional<List<Parameter>> form(Property property, int given) {
    return property.forms().stream()
        .filter(it -> !it.isEmpty() && Parameter.fit(it, given))
        .findFirst();
  }

  private static Type<?> type(List<Parameter> form, int index) {
    return form.get(Math.min(index, form.size() - 1)).type();
  }
}
