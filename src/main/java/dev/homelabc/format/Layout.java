package dev.homelabc.format;

import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Token;
import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Puts the tokens of one file into lines. No line is ever wrapped or joined for its width, so one
/// pass decides everything, and a comment, which is a token too, cannot get lost.
final class Layout {
  private static final String STEP = "  ";
  private static final String QUOTES = "\"\"\"";

  /// What is open: a block, a list on one line, or a list with one element a line.
  private enum Frame {
    BLOCK,
    LINE,
    LINES
  }

  private final Parsed parsed;
  private final List<Token> tokens;
  private final Spelling spelling;
  private final BitSet spread;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int depth;

  /// Whether the next piece begins a line.
  private boolean isBroken = true;

  /// Whether a blank line was passed since the last piece.
  private boolean hasGap;

  /// Whether nothing stands yet in the file, block or list that is open.
  private boolean isFresh = true;

  /// Whether the line of the source that is read has nothing on it so far.
  private boolean isBlankLine = true;

  /// Whether it has something that a comment at its end can belong to.
  private boolean hasPiece;

  Layout(Parsed parsed, Spelling spelling) {
    this.parsed = parsed;
    this.tokens = parsed.tokens();
    this.spelling = spelling;
    this.spread = spread(tokens);
  }

  String print() {
    for (int i = 0; i < tokens.size(); i++) {
      i = take(i, tokens.get(i));
    }
    return out.isEmpty() ? "" : out.append('\n').toString();
  }

  /// Takes in the token at an index; gives the index of the last one taken with it.
  private int take(int index, Token token) {
    switch (token.kind()) {
      case SPACE -> {}
      case NEWLINE -> {
        hasGap |= isBlankLine;
        isBlankLine = true;
        hasPiece = false;
        isBroken = true;
      }
      case SEMICOLON -> {
        isBlankLine = false;
        isBroken = true;
      }
      case COMMENT -> comment(parsed.source().text(token.span()).stripTrailing());
      case WORD, STRING -> piece(spelling.word(token));
      case TEXT -> text(spelling.text(token));
      case OPEN_BLOCK -> {
        int next = nextPiece(index);
        if (tokens.get(next).kind() == Kind.CLOSE_BLOCK) {
          out.append(" { }");
          isBroken = true;
          return next;
        }
        out.append(" {");
        open(Frame.BLOCK);
      }
      case CLOSE_BLOCK -> {
        close("}");
        isBroken = true;
      }
      case OPEN_LIST -> {
        int next = nextPiece(index);
        if (tokens.get(next).kind() == Kind.CLOSE_LIST) {
          piece("[ ]");
          return next;
        }
        piece("[");
        open(spread.get(index) ? Frame.LINES : Frame.LINE);
      }
      case CLOSE_LIST -> {
        close("]");
        isBroken = false;
      }
      case UNCLOSED_STRING, UNCLOSED_TEXT, BROKEN ->
          throw new IllegalStateException("a clean file has no " + token);
    }
    return index;
  }

  private void piece(String text) {
    if (isBroken || frames.peek() == Frame.LINES) {
      startLine();
    } else {
      out.append(' ');
    }
    out.append(text);
    isBlankLine = false;
    hasPiece = true;
  }

  /// Content and closing quotes stand one step deeper than what they belong to.
  private void text(List<String> lines) {
    piece(QUOTES);
    var margin = STEP.repeat(depth + 1);
    for (var line : lines) {
      out.append('\n').append(line.isEmpty() ? "" : margin).append(line);
      if (line.endsWith("\r")) {
        // One CR before a LF belongs to the line's end, so that of the content needs another.
        out.append('\r');
      }
    }
    out.append('\n').append(margin).append(QUOTES);
  }

  private void comment(String text) {
    if (hasPiece) {
      out.append(' ');
    } else {
      startLine();
    }
    out.append(text);
    isBlankLine = false;
    isBroken = true;
  }

  private void startLine() {
    if (!out.isEmpty()) {
      out.append(hasGap && !isFresh ? "\n\n" : "\n");
    }
    out.append(STEP.repeat(depth));
    hasGap = false;
    isFresh = false;
    isBroken = false;
  }

  private void open(Frame frame) {
    frames.push(frame);
    depth += frame == Frame.LINE ? 0 : 1;
    isBroken = frame != Frame.LINE;
    isFresh = true;
    hasGap = false;
    isBlankLine = false;
    hasPiece = true;
  }

  private void close(String bracket) {
    if (frames.pop() == Frame.LINE) {
      out.append(' ').append(bracket);
    } else {
      depth--;
      out.append('\n').append(STEP.repeat(depth)).append(bracket);
    }
    isFresh = false;
    hasGap = false;
    isBlankLine = false;
    hasPiece = true;
  }

  /// The next token that is neither white space nor an empty statement's end. A clean file has one
  /// after each opening bracket.
  private int nextPiece(int index) {
    int next = index + 1;
    while (switch (tokens.get(next).kind()) {
      case SPACE, NEWLINE, SEMICOLON -> true;
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
          BROKEN ->
          false;
    }) {
      next++;
    }
    return next;
  }

  /// The opening brackets of the lists that run over more than one line.
  private static BitSet spread(List<Token> tokens) {
    var spread = new BitSet();
    var open = new ArrayDeque<Integer>();
    for (int i = 0; i < tokens.size(); i++) {
      var kind = tokens.get(i).kind();
      if (kind == Kind.OPEN_LIST) {
        open.push(i);
      } else if (kind == Kind.CLOSE_LIST) {
        if (spread.get(open.pop()) && !open.isEmpty()) {
          spread.set(open.peek());
        }
      } else if ((kind == Kind.NEWLINE || kind == Kind.TEXT) && !open.isEmpty()) {
        spread.set(open.peek());
      }
    }
    return spread;
  }
}
