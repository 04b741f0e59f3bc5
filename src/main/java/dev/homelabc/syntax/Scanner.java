package dev.homelabc.syntax;

import dev.homelabc.source.Span;
import dev.homelabc.syntax.Token.Kind;
import dev.homelabc.syntax.antlr.HomelabLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;

/// Cuts a text into tokens that cover it end to end.
final class Scanner {
  private Scanner() {}

  static List<Token> scan(String text) {
    var lexer = new HomelabLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    var tokens = new ArrayList<Token>();
    int at = 0;
    int codePoint = 0;
    for (var next = lexer.nextToken();
        next.getType() != org.antlr.v4.runtime.Token.EOF;
        next = lexer.nextToken()) {
      // ANTLR counts code points, a Span counts UTF-16 code units.
      int start = text.offsetByCodePoints(at, next.getStartIndex() - codePoint);
      int end = text.offsetByCodePoints(start, next.getStopIndex() + 1 - next.getStartIndex());
      if (start != at) {
        throw new IllegalStateException("the lexer passed over text at offset " + at);
      }
      tokens.add(new Token(kind(next.getType()), new Span(start, end)));
      at = end;
      codePoint = next.getStopIndex() + 1;
    }
    return tokens;
  }

  private static Kind kind(int type) {
    return switch (type) {
      case HomelabLexer.WORD -> Kind.WORD;
      case HomelabLexer.STRING -> Kind.STRING;
      case HomelabLexer.TEXT -> Kind.TEXT;
      case HomelabLexer.OPEN -> Kind.OPEN_BLOCK;
      case HomelabLexer.CLOSE -> Kind.CLOSE_BLOCK;
      case HomelabLexer.LEFT -> Kind.OPEN_LIST;
      case HomelabLexer.RIGHT -> Kind.CLOSE_LIST;
      case HomelabLexer.SEMICOLON -> Kind.SEMICOLON;
      case HomelabLexer.NEWLINE -> Kind.NEWLINE;
      case HomelabLexer.COMMENT -> Kind.COMMENT;
      case HomelabLexer.SPACE -> Kind.SPACE;
      case HomelabLexer.OPEN_STRING -> Kind.UNCLOSED_STRING;
      case HomelabLexer.OPEN_TEXT -> Kind.UNCLOSED_TEXT;
      default -> throw new IllegalStateException("token type " + type);
    };
  }
}
