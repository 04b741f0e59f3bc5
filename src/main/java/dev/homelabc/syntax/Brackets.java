package dev.homelabc.syntax;

import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;

/// Which brackets have a partner. A list holds no braces and no semicolon, so any of those shows
/// that the lists open before it were never closed.
final class Brackets {
  private final BitSet matched = new BitSet();

  Brackets(List<Token> tokens) {
    var open = new ArrayDeque<Integer>();
    for (int i = 0; i < tokens.size(); i++) {
      var kind = tokens.get(i).kind();
      if (kind == Kind.OPEN_LIST) {
        open.push(i);
      } else if (kind == Kind.CLOSE_LIST && !open.isEmpty()) {
        matched.set(open.pop());
        matched.set(i);
      } else if (kind == Kind.OPEN_BLOCK || kind == Kind.CLOSE_BLOCK || kind == Kind.SEMICOLON) {
        open.clear();
      }
    }
  }

  boolean isMatched(int index) {
    return matched.get(index);
  }
}
