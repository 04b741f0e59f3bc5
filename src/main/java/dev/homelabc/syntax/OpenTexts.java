package dev.homelabc.syntax;

import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Gives a text that nothing closes the lines that were most likely meant to be in it: those that
/// stand deeper than its statement. What they hold is not this language.
final class OpenTexts {
  private OpenTexts() {}

  static List<Token> swallow(SourceFile source, List<Token> tokens) {
    if (tokens.stream().noneMatch(it -> it.kind() == Kind.UNCLOSED_TEXT)) {
      return tokens;
    }
    var out = new ArrayList<Token>();
    boolean isStart = true;
    int column = 1;
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      switch (token.kind()) {
        case NEWLINE, SEMICOLON, OPEN_BLOCK, CLOSE_BLOCK -> isStart = true;
        case SPACE, COMMENT -> {}
        case WORD, STRING, TEXT, OPEN_LIST, CLOSE_LIST, UNCLOSED_STRING, UNCLOSED_TEXT, BROKEN -> {
          column = isStart ? source.lines().column(token.span().start()) : column;
          isStart = false;
        }
      }
      if (token.kind() == Kind.UNCLOSED_TEXT) {
        int last = last(source, tokens, i, column);
        out.add(new Token(token.kind(), token.span().to(tokens.get(last).span())));
        i = last;
      } else {
        out.add(token);
      }
    }
    return out;
  }

  /// The index of the last token before the line break behind the last line that stands deeper.
  private static int last(SourceFile source, List<Token> tokens, int index, int column) {
    int last = index;
    boolean isFirst = false;
    for (int i = index + 1; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.kind() == Kind.NEWLINE) {
        isFirst = true;
      } else if (token.kind() != Kind.SPACE) {
        if (isFirst && source.lines().column(token.span().start()) <= column) {
          break;
        }
        isFirst = false;
        last = i;
      }
    }
    return last;
  }
}
