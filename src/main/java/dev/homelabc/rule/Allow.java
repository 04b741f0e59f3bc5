package dev.homelabc.rule;

import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.Token;
import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A comment `# allow CODE: reason`, and the statement that it covers with its block: on a line of
/// its own the next one, otherwise the one that it stands behind. What follows from the tree alone
/// stays so however the file is laid out.
///
/// @param code as written; there may be no such code
/// @param place where the code stands in the comment
/// @param reason empty where none is given
/// @param scope the statement; empty where none follows in the block
record Allow(String code, Place place, String reason, Optional<Span> scope) {
  private static final Pattern COMMENT =
      Pattern.compile("#+\\s*allow\\s+(?<code>[^\\s:,：]+)\\s*(?<colon>:?)\\s*(?<reason>.*)");

  /// A word that is meant for a code: every code has two parts or more.
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([-_][A-Za-z0-9]+)+");

  /// All of a file. A sentence that happens to begin with "allow" is none: what follows has to be a
  /// code, or look like one and have a colon behind it.
  static List<Allow> in(Parsed file, Predicate<String> isCode) {
    var all = new ArrayList<Allow>();
    for (int i = 0; i < file.tokens().size(); i++) {
      var token = file.tokens().get(i);
      if (token.kind() == Kind.COMMENT) {
        var comment = COMMENT.matcher(file.source().text(token.span()).stripTrailing());
        if (comment.matches()) {
          var code = comment.group("code");
          boolean hasColon = !comment.group("colon").isEmpty();
          if (isCode.test(code) || (hasColon && CODE.matcher(code).matches())) {
            int start = token.span().start() + comment.start("code");
            all.add(
                new Allow(
                    code,
                    file.source().at(new Span(start, start + code.length())),
                    hasColon ? comment.group("reason") : "",
                    covered(file, i).map(Statement::span)));
          }
        }
      }
    }
    return all;
  }

  private static Optional<Statement> covered(Parsed file, int comment) {
    int offset = file.tokens().get(comment).span().start();
    var before = before(file.tokens(), comment);
    if (before.isPresent()) {
      return innermost(file, before.get().span().start());
    }
    var around = innermost(file, offset);
    if (around.isEmpty()) {
      return Parsed.following(file.statements(), offset);
    }
    // In a list there are no statements.
    return around
        .get()
        .block()
        .filter(it -> it.span().start() < offset)
        .map(it -> Parsed.following(it.statements(), offset))
        .orElse(around);
  }

  /// What a comment stands behind on its line, if it has company there.
  private static Optional<Token> before(List<Token> tokens, int comment) {
    for (int i = comment - 1; i >= 0; i--) {
      switch (tokens.get(i).kind()) {
        case SPACE, SEMICOLON -> {}
        case NEWLINE -> {
          return Optional.empty();
        }
        case WORD,
            STRING,
            TEXT,
            OPEN_BLOCK,
            CLOSE_BLOCK,
            OPEN_LIST,
            CLOSE_LIST,
            COMMENT,
            UNCLOSED_STRING,
            UNCLOSED_TEXT,
            BROKEN -> {
          return Optional.of(tokens.get(i));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Statement> innermost(Parsed file, int offset) {
    var around = file.around(offset);
    return around.isEmpty() ? Optional.empty() : Optional.of(around.getLast());
  }
}
