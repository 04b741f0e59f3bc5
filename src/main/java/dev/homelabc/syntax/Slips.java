package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Habits of other languages that a file shows. Each habit is one finding, however often the file
/// shows it: a person has it once.
final class Slips {
  /// How many places of a habit are shown.
  private static final int SHOWN = 4;

  private static final int LONGEST_EXAMPLE = 80;

  enum Slip {
    COLON,
    EQUALS,
    COMMA,
    COMMENT,
    QUOTES,
    INTERPOLATION,
    BLANK,
    LIST,
    BLOCK;

    private Message message() {
      return switch (this) {
        case COLON -> Message.of("`:` stands after a keyword, where a blank is enough");
        case EQUALS -> Message.of("`=` stands after a keyword, where a blank is enough");
        case COMMA -> Message.of("a comma stands where a blank or a line break is enough");
        case COMMENT -> Message.of("this is no comment: comments begin with `#`");
        case QUOTES -> Message.of("a text stands in straight double quotes, not in these");
        case INTERPOLATION -> Message.of("`${…}` stands outside of quotes");
        case BLANK -> Message.of("this character looks like a blank and is none");
        case LIST -> Message.of("a list of YAML stands here, where a line says one thing");
        case BLOCK -> Message.of("a block stands in braces; indentation alone makes none");
      };
    }

    private Message label() {
      return switch (this) {
        case COLON, EQUALS, COMMA -> Message.of("too much");
        case COMMENT -> Message.of("meant as a comment");
        case QUOTES -> Message.of("quoted in another way");
        case INTERPOLATION -> Message.of("a text that is put together");
        case BLANK -> Message.of("not a plain blank");
        case LIST -> Message.of("its items begin with `-`");
        case BLOCK -> Message.of("the lines below stand deeper");
      };
    }
  }

  private record Place(Span span, Supplier<Message> help) {}

  private final SourceFile source;
  private final Map<Slip, List<Place>> places = new EnumMap<>(Slip.class);

  Slips(SourceFile source) {
    this.source = source;
  }

  /// @param help asked for when all tokens are known, for the first place only
  void add(Slip slip, Span span, Supplier<Message> help) {
    places.computeIfAbsent(slip, _ -> new ArrayList<>()).add(new Place(span, help));
  }

  List<Diagnostic> findings() {
    var findings = new ArrayList<Diagnostic>();
    places.forEach((slip, found) -> {
      var first = found.getFirst();
      var finding =
          Diagnostic.at(
              source.at(first.span), SyntaxCodes.FOREIGN_SYNTAX, slip.message(), slip.label());
      for (var more : found.subList(1, Math.min(found.size(), SHOWN))) {
        finding = finding.also(source.at(more.span), Message.of("here too"));
      }
      var cure = first.help.get();
      finding = finding.help(cure);
      var edits = found.stream().flatMap(it -> edit(slip, it.span).stream()).toList();
      finding = edits.isEmpty() ? finding : finding.fix(new Fix(cure, edits));
      if (found.size() > SHOWN) {
        finding =
            finding.help(
                Message.of("the same in {0} more places of this file", found.size() - SHOWN));
      }
      findings.add(finding);
    });
    return findings;
  }

  private Optional<Fix.Edit> edit(Slip slip, Span span) {
    return switch (slip) {
      case COLON, EQUALS -> Optional.of(blank(span));
      case INTERPOLATION ->
          Optional.of(new Fix.Edit(source.at(span), "\"" + source.text(span) + "\""));
      case BLANK -> Optional.of(new Fix.Edit(source.at(span), " "));
      case COMMA, COMMENT, QUOTES, LIST, BLOCK -> Optional.empty();
    };
  }

  /// A blank in the place of a sign and of the blanks before it; none where one follows.
  private Fix.Edit blank(Span sign) {
    int start = sign.start();
    while (start > 0 && " \t".indexOf(source.text().charAt(start - 1)) >= 0) {
      start--;
    }
    int end = sign.end();
    boolean isFollowed =
        end < source.text().length() && !Character.isWhitespace(source.text().charAt(end));
    return new Fix.Edit(source.at(new Span(start, end)), isFollowed ? " " : "");
  }

  /// The statement around a token, as it should be written.
  String example(List<Token> tokens, int around) {
    int first = around;
    while (first > 0 && !isEnd(tokens.get(first - 1).kind())) {
      first--;
    }
    var text = new StringBuilder();
    for (var token : tokens.subList(first, tokens.size())) {
      if (token.kind() == Kind.SPACE) {
        continue;
      }
      if (isEnd(token.kind()) || token.kind() == Kind.COMMENT) {
        return text + (token.kind() == Kind.OPEN_BLOCK ? " {" : "");
      }
      var written = source.text(token.span());
      if (token.kind() == Kind.STRING && !written.startsWith("\"")) {
        written = "\"" + written.substring(1, written.length() - 1) + "\"";
      }
      text.append(text.isEmpty() ? "" : " ").append(written.strip());
      if (text.length() > LONGEST_EXAMPLE) {
        return text.substring(0, LONGEST_EXAMPLE) + "…";
      }
    }
    return text.toString();
  }

  private static boolean isEnd(Kind kind) {
    return switch (kind) {
      case NEWLINE, SEMICOLON, OPEN_BLOCK, CLOSE_BLOCK -> true;
      case WORD,
          STRING,
          TEXT,
          OPEN_LIST,
          CLOSE_LIST,
          COMMENT,
          SPACE,
          UNCLOSED_STRING,
          UNCLOSED_TEXT,
          BROKEN ->
          false;
    };
  }
}
