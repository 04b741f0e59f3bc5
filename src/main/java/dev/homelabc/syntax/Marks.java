package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Slips.Slip;
import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the comments and quotes of other languages as what they were meant for, and lets go of
/// what a string without its second quote has swallowed.
final class Marks {
  /// Text is scanned again after so many slips at most: no file makes the work quadratic.
  private static final int MOST_SCANS = 100;

  /// How far behind a quote its partner is looked for.
  private static final int LONGEST = 1_000;

  /// Characters that look like a blank and are part of a word: among them the wide one of East
  /// Asian keyboards and the no-break space of web pages.
  private static final String ODD_BLANKS = "\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000";

  /// The first character of them.
  private static final char FIRST_ODD = '\u00A0';

  private static final Pattern ODD_BLANK = Pattern.compile("[" + ODD_BLANKS + "]+");

  private static final Pattern INTERPOLATED =
      Pattern.compile(
          "X*\\$(\\{[^\\s{}\"]*}X*)+".replace("X", "[^\\s{}\\[\\]\";" + ODD_BLANKS + "]"));

  private static final String TYPOGRAPHIC = "“”„‟«»‘’‚‛";
  private static final String CLOSING = "”“»«’‘";

  private final SourceFile source;
  private final String text;
  private final List<Token> tokens;
  private final Slips slips;
  private final List<Diagnostic> diagnostics;
  private final List<Token> out = new ArrayList<>();

  /// What was scanned again and comes before the next of the tokens.
  private final Deque<Token> again = new ArrayDeque<>();

  private int at;
  private int scans;
  private int close = -1;

  /// How many words and the like stand before this one in its statement, as far as tokens tell.
  private int position;

  private Marks(SourceFile source, List<Token> tokens, Slips slips, List<Diagnostic> diagnostics) {
    this.source = source;
    this.text = source.text();
    this.tokens = tokens;
    this.slips = slips;
    this.diagnostics = diagnostics;
  }

  static List<Token> translate(
      SourceFile source, List<Token> tokens, Slips slips, List<Diagnostic> diagnostics) {
    var marks = new Marks(source, tokens, slips, diagnostics);
    while (marks.hasNext()) {
      marks.take(marks.next());
    }
    return marks.out;
  }

  private boolean hasNext() {
    return !again.isEmpty() || at < tokens.size();
  }

  private Token next() {
    return again.isEmpty() ? tokens.get(at++) : again.pop();
  }

  private Token peek() {
    return again.isEmpty() ? tokens.get(at) : again.getFirst();
  }

  private void take(Token token) {
    switch (token.kind()) {
      case WORD -> word(token.span());
      case UNCLOSED_STRING -> unclosed(token.span());
      case STRING,
          TEXT,
          OPEN_BLOCK,
          CLOSE_BLOCK,
          OPEN_LIST,
          CLOSE_LIST,
          SEMICOLON,
          NEWLINE,
          COMMENT,
          SPACE,
          UNCLOSED_TEXT,
          BROKEN ->
          add(token);
    }
  }

  private void add(Token token) {
    out.add(token);
    position =
        switch (token.kind()) {
          case NEWLINE, SEMICOLON, OPEN_BLOCK, CLOSE_BLOCK -> 0;
          case SPACE, COMMENT -> position;
          case WORD, STRING, TEXT, OPEN_LIST, CLOSE_LIST, UNCLOSED_STRING, UNCLOSED_TEXT, BROKEN ->
              position + 1;
        };
  }

  private void word(Span span) {
    var word = source.text(span);
    if (hasOddBlank(word)) {
      part(span);
    } else if (word.startsWith("#")) {
      // A comment behind a blank that the scanner took for a letter.
      drop(span, lineEnd(span.start()), Kind.SPACE);
    } else if (word.endsWith("$") && position > 0 && opensInterpolation(span)) {
      interpolated(span);
    } else if (word.equals("//") || (position == 0 && word.startsWith("//"))) {
      int end = lineEnd(span.start());
      var comment = text.substring(span.start() + 2, end).strip();
      slips.add(
          Slip.COMMENT,
          new Span(span.start(), end),
          () -> Message.of("write `{0}`", "# " + comment));
      drop(span, end, Kind.SPACE);
    } else if (word.startsWith("/*") && (position == 0 || isClosedOnLine(span))) {
      int end = Math.max(endOfComment(span), span.end());
      slips.add(
          Slip.COMMENT,
          new Span(span.start(), Math.min(end, lineEnd(span.start()))),
          () -> Message.of("begin each line of the comment with `#`"));
      drop(span, end, Kind.SPACE);
    } else if (word.startsWith("''") && span.end() == lineEnd(span.start()) && position > 0) {
      nixText(span);
    } else if (word.startsWith("'") || TYPOGRAPHIC.indexOf(word.charAt(0)) >= 0) {
      quoted(span);
    } else {
      add(new Token(Kind.WORD, span));
    }
  }

  private static boolean hasOddBlank(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= FIRST_ODD) {
        return ODD_BLANK.matcher(word).find();
      }
    }
    return false;
  }

  /// Parts a word at the characters in it that look like blanks.
  private void part(Span span) {
    var parts = new ArrayDeque<Token>();
    int from = span.start();
    var blank = ODD_BLANK.matcher(source.text(span));
    while (blank.find()) {
      var odd = new Span(span.start() + blank.start(), span.start() + blank.end());
      slips.add(Slip.BLANK, odd, () -> Message.of("write a plain blank"));
      if (odd.start() > from) {
        parts.push(new Token(Kind.WORD, new Span(from, odd.start())));
      }
      parts.push(new Token(Kind.SPACE, odd));
      from = odd.end();
    }
    if (from < span.end()) {
      parts.push(new Token(Kind.WORD, new Span(from, span.end())));
    }
    parts.forEach(again::push);
  }

  private boolean opensInterpolation(Span span) {
    return hasNext()
        && peek().kind() == Kind.OPEN_BLOCK
        && peek().span().start() == span.end()
        && interpolation(span).lookingAt();
  }

  private Matcher interpolation(Span span) {
    return INTERPOLATED.matcher(text).region(span.start(), lineEnd(span.start()));
  }

  /// A value with `${…}` in it and no quotes around it.
  private void interpolated(Span span) {
    var whole = interpolation(span);
    int end = whole.lookingAt() ? whole.end() : span.end();
    var value = new Span(span.start(), end);
    slips.add(
        Slip.INTERPOLATION,
        value,
        () -> Message.of("write `{0}`", "\"" + source.text(value) + "\""));
    drop(span, end, Kind.BROKEN);
  }

  private boolean isClosedOnLine(Span span) {
    return nextClose(span.start() + 2) < lineEnd(span.start());
  }

  /// Where a comment in `/* */` ends; one that does not ends with its line.
  private int endOfComment(Span span) {
    int close = nextClose(span.start() + 2);
    return close == Integer.MAX_VALUE ? lineEnd(span.start()) : close + 2;
  }

  /// The next end of a comment in `/* */`, looked for once however many begin before it.
  private int nextClose(int from) {
    if (close < from) {
      int found = text.indexOf("*/", from);
      close = found < 0 ? Integer.MAX_VALUE : found;
    }
    return close;
  }

  /// A text in two single quotes, as Nix has it: as far as a line with two single quotes alone.
  private void nixText(Span span) {
    int end = text.indexOf("''", span.end());
    if (end < 0 || !text.substring(lineStart(end), end).isBlank()) {
      quoted(span);
      return;
    }
    slips.add(
        Slip.QUOTES,
        span,
        () ->
            Message.of(
                "begin a text over several lines with `\"\"\"`, and end it with `\"\"\"` on a line"
                    + " of its own"));
    drop(span, end + 2, Kind.BROKEN);
  }

  private void quoted(Span span) {
    int end = lineEnd(span.start());
    char open = text.charAt(span.start());
    int close = closing(span.start() + 1, end, open == '\'' ? "'" : CLOSING + '"');
    if (close < 0) {
      slips.add(
          Slip.QUOTES,
          span,
          () -> Message.of("write `{0}`", "\"" + source.text(span).substring(1) + "\""));
      drop(span, span.end(), Kind.BROKEN);
      return;
    }
    string(span, close + 1);
  }

  /// A string in other quotes; what could be an escape is left alone.
  private void string(Span taken, int end) {
    var span = new Span(taken.start(), end);
    var inner = text.substring(span.start() + 1, span.end() - 1);
    boolean isPlain = inner.indexOf('\\') < 0 && inner.indexOf('"') < 0;
    slips.add(Slip.QUOTES, span, () -> Message.of("write `{0}`", "\"" + inner + "\""));
    drop(taken, end, isPlain ? Kind.STRING : Kind.BROKEN);
  }

  /// The first of some quotes behind which a word can end; -1 if there is none.
  private int closing(int from, int end, String quotes) {
    for (int i = from; i < Math.min(end, from + LONGEST); i++) {
      if (quotes.indexOf(text.charAt(i)) >= 0
          && (i + 1 == end || " \t,;:=}])".indexOf(text.charAt(i + 1)) >= 0)) {
        return i;
      }
    }
    return -1;
  }

  private void unclosed(Span span) {
    int close = closing(span.start() + 1, span.end(), CLOSING);
    if (close > 0 && scans < MOST_SCANS) {
      string(span, close + 1);
      return;
    }
    var rest = text.substring(span.start() + 1, span.end());
    if (position > 1 && rest.matches("[ \\t,;}\\]]*") && touchesWord(span)) {
      unopened(new Span(out.removeLast().span().start(), span.start() + 1));
      rescan(span.start() + 1, span.end());
      return;
    }
    int end = kept(span);
    add(new Token(Kind.UNCLOSED_STRING, new Span(span.start(), end)));
    rescan(end, span.end());
  }

  private boolean touchesWord(Span span) {
    return out.getLast().kind() == Kind.WORD && out.getLast().span().end() == span.start();
  }

  private void unopened(Span span) {
    var word = text.substring(span.start(), span.end() - 1);
    diagnostics.add(
        Diagnostic.at(
                source.at(new Span(span.end() - 1, span.end())),
                SyntaxCodes.UNOPENED_STRING,
                Message.of("this quote closes a string that was not opened"),
                Message.of("closes nothing"))
            .help(Message.of("put a quote before the string too: `{0}`", "\"" + word + "\"")));
    add(new Token(Kind.BROKEN, span));
  }

  /// Where an unclosed string ends if it gives back the brackets that close those opened on its
  /// line, and the brace that opens a block at the line's end.
  private int kept(Span span) {
    int blocks = 0;
    int lists = 0;
    for (int i = out.size() - 1; i >= 0 && out.get(i).kind() != Kind.NEWLINE; i--) {
      var kind = out.get(i).kind();
      blocks += kind == Kind.OPEN_BLOCK ? 1 : kind == Kind.CLOSE_BLOCK ? -1 : 0;
      lists += kind == Kind.OPEN_LIST ? 1 : kind == Kind.CLOSE_LIST ? -1 : 0;
    }
    int end = strip(span.start(), span.end());
    if (end > span.start() + 2 && text.charAt(end - 1) == '{' && text.charAt(end - 2) == ' ') {
      return strip(span.start(), end - 1);
    }
    while (end > span.start() + 1) {
      char c = text.charAt(end - 1);
      if (c == '}' && blocks > 0) {
        blocks--;
      } else if (c == ']' && lists > 0) {
        lists--;
      } else {
        break;
      }
      end = strip(span.start(), end - 1);
    }
    return end;
  }

  private int strip(int start, int end) {
    int last = end;
    while (last > start + 1 && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    return last;
  }

  /// Puts one token, or a blank and a line break, in the place of a stretch of the source that
  /// begins with the token just taken. What the last of the tokens there has beyond the stretch is
  /// scanned again.
  private void drop(Span taken, int end, Kind kind) {
    int reached = taken.end();
    while (hasNext() && peek().span().start() < end) {
      reached = next().span().end();
    }
    var stretch = new Span(taken.start(), end);
    if (kind == Kind.SPACE) {
      out.add(new Token(Kind.SPACE, stretch));
      if (source.text(stretch).indexOf('\n') >= 0) {
        add(new Token(Kind.NEWLINE, Span.at(end)));
      }
    } else {
      add(new Token(kind, stretch));
    }
    rescan(end, reached);
  }

  private void rescan(int start, int end) {
    if (start >= end) {
      return;
    }
    if (scans++ >= MOST_SCANS) {
      add(new Token(Kind.BROKEN, new Span(start, end)));
      return;
    }
    for (var token : Scanner.scan(text.substring(start, end)).reversed()) {
      var span = new Span(start + token.span().start(), start + token.span().end());
      again.push(new Token(token.kind(), span));
    }
  }

  private int lineStart(int offset) {
    return source.lines().start(source.lines().line(offset));
  }

  private int lineEnd(int offset) {
    return source.lines().end(source.lines().line(offset));
  }
}
