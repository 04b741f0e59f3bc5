package dev.homelabc.syntax;

import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The stretches of a file from one declaration to the next: a brace too few in one and a brace too
/// many in another are two slips and do not make up for each other.
final class Regions {
  /// Keywords that begin a declaration. The grammar knows none; these serve as signs of where a
  /// block that nothing closes was meant to end, for none of them takes a block inside of one.
  static final Set<String> DECLARATIONS =
      Set.of("lab", "vlan", "host", "profile", "vm", "cluster", "openshift", "deployment");

  /// A stretch of tokens.
  ///
  /// @param missing how many closing braces it lacks; below zero, opening ones
  /// @param isFlat whether its lines show no blocks by their indentation
  record Region(int missing, boolean isFlat) {}

  private final SourceFile source;
  private final List<Token> tokens;
  private final Map<Integer, Region> regions = new HashMap<>();
  private int start;

  /// A line that stands deeper than the declaration before it, or than the outermost of the blocks
  /// that hold it, is part of that one.
  private int startColumn = Integer.MAX_VALUE;

  private int missing;
  private int deeper;
  private int notDeeper;

  private Regions(SourceFile source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /// The regions by the index of their first token; there is one at 0.
  static Map<Integer, Region> of(SourceFile source, List<Token> tokens) {
    var regions = new Regions(source, tokens);
    regions.find();
    return regions.regions;
  }

  private void find() {
    int lineColumn = 1;
    boolean isFirst = true;
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      switch (token.kind()) {
        case NEWLINE -> isFirst = true;
        case SPACE, COMMENT -> {}
        case WORD,
            STRING,
            TEXT,
            OPEN_BLOCK,
            CLOSE_BLOCK,
            OPEN_LIST,
            CLOSE_LIST,
            SEMICOLON,
            UNCLOSED_STRING,
            UNCLOSED_TEXT,
            BROKEN -> {
          if (isFirst) {
            lineColumn = column(token);
            if (lineColumn <= startColumn && isDeclaration(i)) {
              end();
              start = i;
              startColumn = lineColumn;
            }
          }
          isFirst = false;
          if (token.kind() == Kind.CLOSE_BLOCK) {
            missing--;
          } else if (token.kind() == Kind.OPEN_BLOCK) {
            if (missing <= 0) {
              startColumn = Math.min(startColumn, lineColumn);
            }
            missing++;
            compare(i, lineColumn);
          }
        }
      }
    }
    end();
  }

  private void end() {
    regions.put(start, new Region(missing, notDeeper > deeper));
    missing = 0;
    deeper = 0;
    notDeeper = 0;
  }

  private void compare(int brace, int lineColumn) {
    int next = next(brace);
    if (next < tokens.size() && tokens.get(next).kind() == Kind.NEWLINE) {
      int below = below(next);
      if (below < tokens.size() && tokens.get(below).kind() != Kind.CLOSE_BLOCK) {
        if (column(tokens.get(below)) > lineColumn) {
          deeper++;
        } else {
          notDeeper++;
        }
      }
    }
  }

  /// Whether a line begins a declaration: with its keyword, its name, and its brace or lines that
  /// stand deeper.
  private boolean isDeclaration(int index) {
    if (!isKeyword(tokens.get(index))) {
      return false;
    }
    int name = next(index);
    if (name >= tokens.size() || !isWord(tokens.get(name))) {
      return false;
    }
    int end = next(name);
    if (end >= tokens.size() || tokens.get(end).kind() == Kind.OPEN_BLOCK) {
      return end < tokens.size();
    }
    if (tokens.get(end).kind() != Kind.NEWLINE) {
      return false;
    }
    int below = below(end);
    int column = column(tokens.get(index));
    return below < tokens.size()
        && (tokens.get(below).kind() == Kind.OPEN_BLOCK
            || (column == 1 && column(tokens.get(below)) > column));
  }

  private boolean isKeyword(Token token) {
    return token.kind() == Kind.WORD && DECLARATIONS.contains(source.text(token.span()));
  }

  private static boolean isWord(Token token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.STRING;
  }

  /// The next token of the line, or its end.
  private int next(int index) {
    int i = index + 1;
    while (i < tokens.size()
        && (tokens.get(i).kind() == Kind.SPACE || tokens.get(i).kind() == Kind.COMMENT)) {
      i++;
    }
    return i;
  }

  private int below(int newline) {
    int i = newline;
    while (i < tokens.size() && tokens.get(i).kind() == Kind.NEWLINE) {
      i = next(i);
    }
    return i;
  }

  private int column(Token token) {
    return source.lines().column(token.span().start());
  }
}
