package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Slips.Slip;
import dev.homelabc.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes away the `=`, `:`, `,` and `-` that other languages put between keywords and values, so
/// that what is left reads as it was meant. Where a word could be meant as it stands, it stays.
public final class Punctuation {
  /// `vcpu=1`, `vcpu:1`: an address in a service, `localhost:8080`, is followed by a block.
  private static final Pattern PAIR = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)([:=])(.+)");

  private static final Set<String> SIGNS = Set.of(":", "=", ":=", "=>", "->", "==");

  /// A value with the sign before it, and a name with one behind it.
  private static final Pattern HEADED = Pattern.compile("=[^=~].*");

  private static final Pattern TAILED = Pattern.compile(".*[^:=][:=]");

  /// A key with its sign, and with what may follow it.
  private static final Pattern KEY = Pattern.compile(".+:");

  private static final Pattern KEYED = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*[:=].*");

  private final SourceFile source;
  private final List<Token> tokens;
  private final Slips slips;
  private final Brackets brackets;
  private final List<Token> out = new ArrayList<>();

  /// Columns of the statements whose blocks are made by indentation, the innermost first.
  private final Deque<Integer> indented = new ArrayDeque<>();

  private int at;
  private int position;
  private int lists;
  private int column;

  /// What the first sign of this statement is: all of them are one slip.
  private @Nullable Slip signed;

  private Punctuation(SourceFile source, List<Token> tokens, Slips slips) {
    this.source = source;
    this.tokens = tokens;
    this.slips = slips;
    this.brackets = new Brackets(tokens);
  }

  /// Whether a word is a sign that other languages have between a name and its value.
  public static boolean isSign(String word) {
    return SIGNS.contains(word);
  }

  static List<Token> translate(SourceFile source, List<Token> tokens, Slips slips) {
    var punctuation = new Punctuation(source, tokens, slips);
    for (; punctuation.at < tokens.size(); punctuation.at++) {
      punctuation.take(tokens.get(punctuation.at));
    }
    punctuation.dedent(0, source.text().length());
    return punctuation.out;
  }

  private void take(Token token) {
    if (token.kind() != Kind.SPACE
        && token.kind() != Kind.COMMENT
        && token.kind() != Kind.NEWLINE
        && position == 0
        && lists == 0
        && !indented.isEmpty()
        && isFirstOnLine(at)) {
      int here = column(token);
      if (token.kind() == Kind.CLOSE_BLOCK && here == indented.peek()) {
        indented.pop();
      } else {
        dedent(here, token.span().start());
      }
    }
    switch (token.kind()) {
      case WORD -> {
        if (position == 0 && lists == 0) {
          keyword(token);
        } else {
          argument(token.span());
        }
      }
      case OPEN_LIST -> {
        lists += brackets.isMatched(at) ? 1 : 0;
        add(token);
      }
      case CLOSE_LIST -> {
        lists -= brackets.isMatched(at) ? 1 : 0;
        add(token);
      }
      case STRING,
          TEXT,
          OPEN_BLOCK,
          CLOSE_BLOCK,
          SEMICOLON,
          NEWLINE,
          COMMENT,
          SPACE,
          UNCLOSED_STRING,
          UNCLOSED_TEXT,
          BROKEN -> {
        if (position == 0 && (token.kind() == Kind.STRING || token.kind() == Kind.BROKEN)) {
          column = column(token);
        }
        add(token);
      }
    }
  }

  private void add(Token token) {
    out.add(token);
    switch (token.kind()) {
      case NEWLINE -> {
        if (lists == 0) {
          position = 0;
          signed = null;
        }
      }
      case SEMICOLON, OPEN_BLOCK, CLOSE_BLOCK -> {
        position = 0;
        lists = 0;
        signed = null;
      }
      case WORD, STRING, TEXT, OPEN_LIST, CLOSE_LIST, UNCLOSED_STRING, UNCLOSED_TEXT, BROKEN ->
          position++;
      case COMMENT, SPACE -> {}
    }
  }

  /// Ends the blocks made by indentation that a line at this column lies outside of.
  private void dedent(int here, int offset) {
    while (!indented.isEmpty() && here <= indented.peek()) {
      indented.pop();
      add(new Token(Kind.CLOSE_BLOCK, Span.at(offset)));
      add(new Token(Kind.NEWLINE, Span.at(offset)));
    }
  }

  private void keyword(Token token) {
    var span = token.span();
    var word = source.text(span);
    if (word.equals("-")) {
      slip(Slip.LIST, span, () -> Message.of("begin each line with the keyword of its property"));
      skipLines(column(token));
      return;
    }
    if (word.startsWith(",")) {
      comma(span);
      return;
    }
    column = column(token);
    if (word.indexOf('=') < 0 && word.indexOf(':') < 0) {
      add(token);
      return;
    }
    var pair = PAIR.matcher(word);
    char last = word.charAt(word.length() - 1);
    if (word.length() > 1 && (last == ':' || last == '=')) {
      int length = word.length() - (word.endsWith(":=") ? 2 : 1);
      var name = new Span(span.start(), span.start() + length);
      var sign = new Span(name.end(), span.end());
      if (next(at) == Kind.NEWLINE && last == ':' && below() > 0) {
        list(name, sign);
      } else if (next(at) == Kind.NEWLINE && last == ':' && below() < 0) {
        add(new Token(Kind.WORD, name));
        block(sign);
      } else {
        add(new Token(Kind.WORD, name));
        sign(last, sign);
      }
    } else if (pair.matches()
        && (word.endsWith(",") || isAlone() || "\"'“".indexOf(pair.group(3).charAt(0)) >= 0)) {
      add(new Token(Kind.WORD, new Span(span.start(), span.start() + pair.end(1))));
      sign(
          pair.group(2).charAt(0),
          new Span(span.start() + pair.start(2), span.start() + pair.end(2)));
      argument(new Span(span.start() + pair.start(3), span.end()));
    } else {
      add(token);
    }
  }

  private void argument(Span span) {
    var word = source.text(span);
    var next = next(at);
    boolean isFollowed = next != Kind.NEWLINE && next != Kind.SEMICOLON && next != Kind.CLOSE_BLOCK;
    if (isSign(word)
        && lists == 0
        && (position == 1 ? isFollowed : signed != null || next == Kind.OPEN_BLOCK)) {
      sign(word.charAt(0), span);
    } else if (position == 1 && lists == 0 && HEADED.matcher(word).matches()) {
      sign('=', new Span(span.start(), span.start() + 1));
      argument(new Span(span.start() + 1, span.end()));
    } else if (signed != null && lists == 0 && isFollowed && TAILED.matcher(word).matches()) {
      add(new Token(Kind.WORD, new Span(span.start(), span.end() - 1)));
      sign(word.charAt(word.length() - 1), new Span(span.end() - 1, span.end()));
    } else if (word.startsWith(",") || word.endsWith(",")) {
      comma(span);
    } else if (word.length() > 1 && word.endsWith(":") && lists == 0 && opens(next)) {
      var colon = new Span(span.end() - 1, span.end());
      add(new Token(Kind.WORD, new Span(span.start(), span.end() - 1)));
      if (next == Kind.OPEN_BLOCK) {
        sign(':', colon);
      } else {
        block(colon);
      }
    } else {
      add(new Token(Kind.WORD, span));
    }
  }

  private boolean opens(Kind next) {
    return next == Kind.OPEN_BLOCK || (next == Kind.NEWLINE && below() < 0);
  }

  /// Keeps of a word what stands between its commas.
  private void comma(Span span) {
    var word = source.text(span);
    int from = 0;
    while (from < word.length() && word.charAt(from) == ',') {
      from++;
    }
    int to = word.length();
    while (to > from && word.charAt(to - 1) == ',') {
      to--;
    }
    out.add(new Token(Kind.SPACE, new Span(span.start(), span.start() + from)));
    if (to > from) {
      add(new Token(Kind.WORD, new Span(span.start() + from, span.start() + to)));
    }
    int comma = to < span.length() ? span.start() + to : span.start();
    slip(Slip.COMMA, new Span(comma, comma + 1));
    int next = nextIndex(at);
    boolean isPair = next < tokens.size() && lists == 0 && isPair(next);
    add(new Token(isPair ? Kind.SEMICOLON : Kind.SPACE, new Span(span.start() + to, span.end())));
  }

  private void sign(char sign, Span span) {
    signed = signed != null ? signed : sign == ':' ? Slip.COLON : Slip.EQUALS;
    slip(signed, span);
    out.add(new Token(Kind.SPACE, span));
  }

  private void slip(Slip slip, Span span) {
    int around = Math.max(0, out.size() - 1);
    slip(slip, span, () -> Message.of("write `{0}`", slips.example(out, around)));
  }

  private void slip(Slip slip, Span span, Supplier<Message> help) {
    slips.add(slip, span, help);
  }

  /// A block that a colon opens and indentation ends.
  private void block(Span colon) {
    int around = out.size() - 1;
    slip(
        Slip.BLOCK,
        colon,
        () -> Message.of("write `{0}`, and `}` below the block", slips.example(out, around)));
    indented.push(column);
    add(new Token(Kind.OPEN_BLOCK, colon));
  }

  /// A keyword above a list of YAML. A list of values is the arguments of one statement; one of
  /// several words each, or of keys with a value, is a statement for each, whose keyword is then in
  /// the singular; what is longer is left out.
  private void list(Span name, Span colon) {
    var items = new ArrayList<List<Token>>();
    boolean isSimple = true;
    int end = at + 1;
    int dash = 0;
    for (int line = at + 1; line < tokens.size(); ) {
      int first = first(line);
      if (first >= tokens.size()) {
        break;
      }
      int here = column(tokens.get(first));
      boolean isItem = isDash(tokens.get(first)) && here >= column;
      if (!isItem && (items.isEmpty() || here <= dash)) {
        break;
      }
      dash = isItem ? here : dash;
      isSimple &= isItem;
      int stop = lineEnd(first);
      items.add(
          tokens.subList(first + 1, stop).stream()
              .filter(it -> it.kind() != Kind.SPACE && it.kind() != Kind.COMMENT)
              .toList());
      line = stop;
      end = stop;
    }
    int around = out.size();
    boolean isKeyed = items.stream().allMatch(this::isPair);
    boolean isRows = items.stream().allMatch(it -> it.size() > 1 && !isPair(it));
    if (isSimple && (isKeyed || isRows)) {
      var word = source.text(name);
      var one = new Span(name.start(), name.end() - (word.endsWith("s") ? 1 : 0));
      for (var item : items) {
        var key = item.getFirst().span();
        add(new Token(Kind.WORD, one));
        out.add(new Token(Kind.SPACE, colon));
        add(isKeyed ? new Token(Kind.WORD, new Span(key.start(), key.end() - 1)) : item.getFirst());
        for (var value : item.subList(1, item.size())) {
          out.add(new Token(Kind.SPACE, colon));
          add(value);
        }
        add(new Token(Kind.NEWLINE, Span.at(item.getLast().span().end())));
      }
      slip(
          Slip.LIST,
          name,
          () -> Message.of("write a line for each item: `{0}`", slips.example(out, around)));
    } else if (isSimple && items.stream().noneMatch(this::isPair)) {
      add(new Token(Kind.WORD, name));
      for (var item : items) {
        out.add(new Token(Kind.SPACE, colon));
        item.forEach(this::add);
      }
      slip(
          Slip.LIST,
          name,
          () ->
              Message.of("write the values after the keyword: `{0}`", slips.example(out, around)));
    } else {
      slip(
          Slip.LIST,
          name,
          () -> Message.of("write a block with the keyword and a name for each item"));
    }
    at = end - 1;
  }

  private boolean isPair(List<Token> item) {
    return item.size() > 1
        && item.getFirst().kind() == Kind.WORD
        && KEY.matcher(source.text(item.getFirst().span())).matches();
  }

  /// Whether a key with its sign stands here: `a: 1` or `"a": 1`.
  private boolean isPair(int index) {
    var token = tokens.get(index);
    int sign = nextIndex(index);
    return (token.kind() == Kind.WORD || token.kind() == Kind.STRING)
        && (KEYED.matcher(source.text(token.span())).matches()
            || (sign < tokens.size() && isSign(source.text(tokens.get(sign).span()))));
  }

  private boolean isDash(Token token) {
    return token.kind() == Kind.WORD && source.text(token.span()).equals("-");
  }

  /// What the next line with something on it is to the statement here: above zero for an item of a
  /// list, below zero for a line that stands deeper, else zero.
  private int below() {
    int first = first(at + 1);
    if (first >= tokens.size()) {
      return 0;
    }
    int here = column(tokens.get(first));
    return isDash(tokens.get(first)) && here >= column ? 1 : here > column ? -1 : 0;
  }

  /// Leaves out this line and those below it that stand deeper.
  private void skipLines(int margin) {
    int stop = lineEnd(at);
    for (int first = first(stop);
        first < tokens.size() && column(tokens.get(first)) > margin;
        first = first(stop)) {
      stop = lineEnd(first);
    }
    at = stop - 1;
  }

  /// The index of the line break that ends the line of a token.
  private int lineEnd(int index) {
    int i = index;
    while (i < tokens.size() && tokens.get(i).kind() != Kind.NEWLINE) {
      i++;
    }
    return i;
  }

  /// The next token that is neither white space nor a comment nor a line break.
  private int first(int index) {
    int i = index;
    while (i < tokens.size() && (isBlank(tokens.get(i)) || tokens.get(i).kind() == Kind.NEWLINE)) {
      i++;
    }
    return i;
  }

  private int nextIndex(int index) {
    int i = index + 1;
    while (i < tokens.size() && isBlank(tokens.get(i))) {
      i++;
    }
    return i;
  }

  /// What follows in the line; its end counts as a line break.
  private Kind next(int index) {
    int next = nextIndex(index);
    return next < tokens.size() ? tokens.get(next).kind() : Kind.NEWLINE;
  }

  /// Whether nothing of the statement follows.
  private boolean isAlone() {
    return switch (next(at)) {
      case NEWLINE, SEMICOLON, CLOSE_BLOCK -> true;
      case WORD -> source.text(tokens.get(nextIndex(at)).span()).startsWith(",");
      case STRING,
          TEXT,
          OPEN_BLOCK,
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

  private boolean isFirstOnLine(int index) {
    int i = index - 1;
    while (i >= 0 && tokens.get(i).kind() == Kind.SPACE) {
      i--;
    }
    return i < 0 || tokens.get(i).kind() == Kind.NEWLINE;
  }

  private static boolean isBlank(Token token) {
    return token.kind() == Kind.SPACE || token.kind() == Kind.COMMENT;
  }

  private int column(Token token) {
    return source.lines().column(token.span().start());
  }
}
