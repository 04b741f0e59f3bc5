package dev.homelabc.model;

import dev.homelabc.format.Formatter;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parser;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a declaration as text of the language that means the same without its profiles.
final class DeclarationPrinter {
  private static final char LOST = '\ufffd';

  private final Function<Origin, String> comment;

  private DeclarationPrinter(Function<Origin, String> comment) {
    this.comment = comment;
  }

  /// @param comment what stands at the end of a line that comes from somewhere
  static String print(Declaration declaration, Function<Origin, String> comment) {
    var text = new DeclarationPrinter(comment).print(DeclarationLines.of(declaration));
    return formatted(text);
  }

  /// A character that was lost before we read it, and was reported, is no word of the language.
  private static String formatted(String text) {
    return Formatter.format(Parser.parse(new SourceFile("", text.replace(LOST, '?'))));
  }

  /// What it says, without what has done its work and what holds by default.
  static List<Stated> stated(Declaration declaration) {
    return DeclarationLines.given(declaration).stream().map(DeclarationPrinter::stated).toList();
  }

  private static Stated stated(Line line) {
    var printed = new DeclarationPrinter(_ -> "").print(line);
    var text = formatted(printed);
    var first = text.lines().findFirst().orElseThrow();
    var words = first.replaceFirst(" (\\{|\"\"\")$", "");
    return new Stated(line.property().orElseThrow(), words, text, line.origin());
  }

  private String print(Line line) {
    var end = comment.apply(line.origin()) + "\n";
    return line.head() + line.block().map(it -> block(it, end)).orElse(end);
  }

  private String block(List<Line> lines, String end) {
    return lines.isEmpty()
        ? " { }" + end
        : " {" + end + lines.stream().map(this::print).collect(Collectors.joining()) + "}\n";
  }
}
