package dev.homelabc.syntax;

import static dev.homelabc.syntax.SyntaxCodes.MISSING_KEYWORD;
import static dev.homelabc.syntax.SyntaxCodes.MISSING_LINE_BREAK;
import static dev.homelabc.syntax.SyntaxCodes.MISSING_SPACE;
import static dev.homelabc.syntax.SyntaxCodes.STRAY_CLOSE;
import static dev.homelabc.syntax.SyntaxCodes.TOO_DEEP;
import static dev.homelabc.syntax.SyntaxCodes.UNCLOSED_BLOCK;
import static dev.homelabc.syntax.SyntaxCodes.UNCLOSED_LIST;
import static dev.homelabc.syntax.SyntaxCodes.UNCLOSED_STRING;
import static dev.homelabc.syntax.SyntaxCodes.UNCLOSED_TEXT;
import static dev.homelabc.syntax.SyntaxCodes.UNOPENED_BLOCK;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Regions.Region;
import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Makes any row of tokens fit the grammar, and reports each place where it had to help: so
/// recovery is decided here, in one pass that knows about lines and indentation, and the parser
/// never fails.
///
/// What it adds has an empty span. Where braces do not balance it believes the indentation: a line
/// that stands no deeper than the statement of an open block shows that this block was meant to
/// end.
final class Mender {
  private static final int DEEPEST = SyntaxCodes.DEEPEST;

  /// An open block: its brace, and the column of the statement that it belongs to.
  private record Open(Token brace, int column) {}

  private enum State {
    START,
    ARGUMENTS,
    AFTER_BLOCK
  }

  private final SourceFile source;
  private final List<Token> tokens;
  private final Brackets brackets;
  private final List<Diagnostic> diagnostics;
  private final List<Token> mended = new ArrayList<>();
  private final Deque<Open> blocks = new ArrayDeque<>();
  private State state = State.START;
  private int column = 1;
  private int lists;

  /// Lists that end with their line because no bracket closes them.
  private int unclosedLists;

  /// The stretches of the file that balance each for itself, by their first tokens.
  private final Map<Integer, Region> regions;

  /// How many closing braces this one still lacks; below zero, opening ones.
  private int missing;

  private boolean isFlat;

  private Mender(SourceFile source, List<Token> tokens, List<Diagnostic> diagnostics) {
    this.source = source;
    this.tokens = tokens;
    this.brackets = new Brackets(tokens);
    this.diagnostics = diagnostics;
    this.regions = Regions.of(source, tokens);
  }

  /// The tokens that the grammar sees: no comments, no white space, every block and list closed.
  static List<Token> mend(SourceFile source, List<Token> tokens, List<Diagnostic> diagnostics) {
    return new Mender(source, tokens, diagnostics).mend();
  }

  private List<Token> mend() {
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var region = regions.get(i);
      if (region != null) {
        begin(region, token);
      }
      if (token.kind() == Kind.SPACE || token.kind() == Kind.COMMENT) {
        continue;
      }
      if (missing != 0 && token.kind() != Kind.NEWLINE && isFirstOnLine(i)) {
        closeByIndentation(token);
        openByIndentation(token);
      }
      if ((blocks.size() >= DEEPEST && token.kind() == Kind.OPEN_BLOCK)
          || (lists >= DEEPEST && token.kind() == Kind.OPEN_LIST)) {
        report(
            TOO_DEEP,
            token.span(),
            Message.of("blocks and lists nest more than {0} deep", DEEPEST),
            Message.of("one too many"));
        mended.add(new Token(Kind.BROKEN, Span.at(token.span().start())));
        break;
      }
      take(i, token);
    }
    closeLists(source.text().length());
    while (!blocks.isEmpty()) {
      if (missing > 0) {
        reportUnclosed();
      }
      closeBlock(Span.at(source.text().length()));
    }
    return mended;
  }

  /// A declaration begins: what is open was not closed.
  private void begin(Region region, Token token) {
    int at = token.span().start();
    if (!blocks.isEmpty()) {
      closeLists(at);
      reportUnclosed(token);
      while (!blocks.isEmpty()) {
        closeBlock(Span.at(at));
      }
      mended.add(new Token(Kind.NEWLINE, Span.at(at)));
      state = State.START;
    }
    missing = region.missing();
    isFlat = region.isFlat();
  }

  private void take(int index, Token token) {
    switch (token.kind()) {
      case NEWLINE -> {
        closeUnclosedLists(token.span().start());
        mended.add(token);
        if (lists == 0) {
          state = State.START;
        }
      }
      case SEMICOLON -> {
        closeLists(token.span().start());
        mended.add(token);
        state = State.START;
      }
      case OPEN_BLOCK -> openBlock(token);
      case CLOSE_BLOCK -> {
        closeLists(token.span().start());
        if (blocks.isEmpty()) {
          report(
              STRAY_CLOSE,
              token.span(),
              Message.of("`}` closes no block"),
              Message.of("no block is open here"));
        } else {
          closeBlock(token.span());
        }
      }
      case CLOSE_LIST -> {
        if (lists - unclosedLists == 0 || !brackets.isMatched(index)) {
          report(
              STRAY_CLOSE,
              token.span(),
              Message.of("`]` closes no list"),
              Message.of("no list is open here"));
        } else {
          lists--;
          mended.add(token);
        }
      }
      case OPEN_LIST -> {
        beforeArgument(index, token);
        needKeyword(token, Message.of("a list"));
        if (!brackets.isMatched(index)) {
          report(
              UNCLOSED_LIST,
              token.span(),
              Message.of("this list is not closed"),
              Message.of("opened here"),
              Message.of("add `]`"));
          unclosedLists++;
        }
        lists++;
        mended.add(token);
      }
      case WORD, STRING, BROKEN -> argument(index, token);
      case TEXT -> {
        beforeArgument(index, token);
        needKeyword(token, Message.of("a text"));
        mended.add(token);
      }
      case UNCLOSED_STRING -> {
        report(
            UNCLOSED_STRING,
            new Span(token.span().start(), token.span().start() + 1),
            Message.of("this string has no closing quote on its line"),
            Message.of("opened here"),
            Message.of("add `\"`"));
        argument(index, token);
      }
      case UNCLOSED_TEXT -> {
        report(
            UNCLOSED_TEXT,
            new Span(token.span().start(), token.span().start() + 3),
            Message.of("this text has no closing quotes on a line of their own"),
            Message.of("opened here"),
            Message.of(
                "end it with three quotes alone on a line, indented like the text's margin"));
        argument(index, token);
      }
      case SPACE, COMMENT -> {}
    }
  }

  private void argument(int index, Token token) {
    boolean isClear = beforeArgument(index, token);
    if (state == State.START && lists == 0) {
      column = source.lines().column(token.span().start());
      state = State.ARGUMENTS;
    }
    boolean isRead = token.kind() == Kind.WORD || token.kind() == Kind.STRING;
    mended.add(isClear && isRead ? token : new Token(Kind.BROKEN, token.span()));
  }

  /// Nothing may follow a block, and arguments do not touch: if one does, what it says is not
  /// clear.
  private boolean beforeArgument(int index, Token token) {
    if (state == State.AFTER_BLOCK) {
      breakLine(token);
    } else if (index > 0 && state == State.ARGUMENTS && touches(index)) {
      report(
          MISSING_SPACE,
          token.span(),
          Message.of("white space is missing between two arguments"),
          Message.of("touches what stands before it"),
          Message.of("put a blank before it"));
      return false;
    }
    return true;
  }

  private boolean touches(int index) {
    return switch (tokens.get(index - 1).kind()) {
      case WORD, STRING, TEXT, CLOSE_LIST, UNCLOSED_STRING, UNCLOSED_TEXT, BROKEN -> true;
      case OPEN_BLOCK, CLOSE_BLOCK, OPEN_LIST, SEMICOLON, NEWLINE, COMMENT, SPACE -> false;
    };
  }

  private void openBlock(Token token) {
    closeLists(token.span().start());
    if (state == State.AFTER_BLOCK) {
      mended.add(new Token(Kind.NEWLINE, Span.at(token.span().start())));
      state = State.START;
    }
    if (state == State.START && isBelowStatement()) {
      report(
          MISSING_KEYWORD,
          token.span(),
          Message.of("`{` stands on a line of its own"),
          Message.of("no keyword before it"),
          Message.of("put `{` on the line of the statement that it belongs to"));
      dropLineBreaks();
    } else {
      needKeyword(token, Message.of("a block"));
    }
    open(token);
  }

  private void open(Token brace) {
    mended.add(brace);
    blocks.push(new Open(brace, column));
    state = State.START;
  }

  private void dropLineBreaks() {
    while (mended.getLast().kind() == Kind.NEWLINE) {
      mended.removeLast();
    }
  }

  /// Whether only line breaks lie between here and a statement without a block.
  private boolean isBelowStatement() {
    for (int i = mended.size() - 1; i >= 0; i--) {
      switch (mended.get(i).kind()) {
        case NEWLINE -> {}
        case WORD, STRING, TEXT, CLOSE_LIST -> {
          return true;
        }
        case OPEN_BLOCK,
            CLOSE_BLOCK,
            OPEN_LIST,
            SEMICOLON,
            COMMENT,
            SPACE,
            UNCLOSED_STRING,
            UNCLOSED_TEXT,
            BROKEN -> {
          return false;
        }
      }
    }
    return false;
  }

  private void needKeyword(Token token, Message found) {
    if (state == State.START && lists == 0) {
      report(
          MISSING_KEYWORD,
          token.span(),
          Message.of("a statement begins with a keyword, not with {0}", found),
          Message.of("expected a keyword"));
      mended.add(new Token(Kind.WORD, Span.at(token.span().start())));
      column = source.lines().column(token.span().start());
      state = State.ARGUMENTS;
    }
  }

  private void breakLine(Token token) {
    report(
        MISSING_LINE_BREAK,
        token.span(),
        Message.of("a line break is missing after the block"),
        Message.of("the next statement"),
        Message.of("begin it on a line of its own"));
    mended.add(new Token(Kind.NEWLINE, Span.at(token.span().start())));
    state = State.START;
  }

  private void closeBlock(Span at) {
    mended.add(new Token(Kind.CLOSE_BLOCK, at));
    blocks.pop();
    state = State.AFTER_BLOCK;
  }

  private void closeByIndentation(Token token) {
    int at = source.lines().column(token.span().start());
    while (missing > 0
        && !isFlat
        && !blocks.isEmpty()
        && lists == 0
        && (token.kind() == Kind.CLOSE_BLOCK
            ? at < blocks.peek().column()
            : at <= blocks.peek().column())) {
      reportUnclosed(token);
      closeBlock(Span.at(token.span().start()));
      mended.add(new Token(Kind.NEWLINE, Span.at(token.span().start())));
      state = State.START;
    }
  }

  /// Where a brace closes too much, a line that stands deeper than the statement above it shows
  /// that this statement was meant to have a block. Where indentation shows nothing, a declaration
  /// without a block does.
  private void openByIndentation(Token token) {
    int at = source.lines().column(token.span().start());
    boolean isMeant = isFlat ? isBelowDeclaration(token) : at > column && isBelowStatement();
    if (missing < 0 && state == State.START && isMeant) {
      missing++;
      dropLineBreaks();
      var end = Span.at(mended.getLast().span().end());
      report(
          UNOPENED_BLOCK,
          end,
          Message.of("the block of this statement is not opened"),
          Message.of("the lines below stand deeper"),
          Message.of("add `{`"));
      open(new Token(Kind.OPEN_BLOCK, end));
    }
  }

  /// Whether the statement above is a keyword of a declaration with a name, and this line none.
  private boolean isBelowDeclaration(Token token) {
    int name = mended.size() - 1;
    while (name >= 0 && mended.get(name).kind() == Kind.NEWLINE) {
      name--;
    }
    return blocks.isEmpty()
        && token.kind() == Kind.WORD
        && !isDeclaration(token)
        && name >= 1
        && mended.get(name).kind() == Kind.WORD
        && isDeclaration(mended.get(name - 1))
        && (name == 1 || mended.get(name - 2).kind() == Kind.NEWLINE);
  }

  private boolean isDeclaration(Token token) {
    return token.kind() == Kind.WORD && Regions.DECLARATIONS.contains(source.text(token.span()));
  }

  /// @param behind what shows that the innermost block was meant to end before it, if anything does
  private void reportUnclosed(Token... behind) {
    missing--;
    var brace = blocks.element().brace();
    var finding =
        Diagnostic.at(
            source.at(brace.span()),
            UNCLOSED_BLOCK,
            Message.of("this block is not closed"),
            Message.of("opened here"));
    for (var token : behind) {
      finding = finding.also(source.at(token.span()), Message.of("expected `}` before this"));
    }
    diagnostics.add(finding.help(Message.of("add `}`")));
  }

  private void closeUnclosedLists(int at) {
    for (; unclosedLists > 0; unclosedLists--, lists--) {
      mended.add(new Token(Kind.CLOSE_LIST, Span.at(at)));
    }
  }

  private void closeLists(int at) {
    closeUnclosedLists(at);
    for (; lists > 0; lists--) {
      mended.add(new Token(Kind.CLOSE_LIST, Span.at(at)));
    }
  }

  private boolean isFirstOnLine(int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (tokens.get(i).kind() != Kind.SPACE) {
        return tokens.get(i).kind() == Kind.NEWLINE;
      }
    }
    return true;
  }

  private void report(Code code, Span span, Message message, Message label, Message... help) {
    var finding = Diagnostic.at(source.at(span), code, message, label);
    for (var action : help) {
      finding = finding.help(action);
    }
    diagnostics.add(finding);
  }
}
