package dev.homelabc.format;

import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Token;
import dev.homelabc.syntax.Token.Kind;
import java.util.List;
import java.util.Random;

/// Writes a file without syntax errors in another way that says the same: other white space, line
/// ends and semicolons, and comments wherever one may stand.
public final class Scrambler {
  private final SourceFile source;
  private final List<Token> tokens;
  private final Random random;
  private final boolean isCommenting;
  private final StringBuilder out = new StringBuilder();
  private int lists;
  private int comments;

  private Scrambler(SourceFile source, Random random, boolean isCommenting) {
    this.source = source;
    this.tokens = Parser.parse(source).tokens();
    this.random = random;
    this.isCommenting = isCommenting;
  }

  /// Other white space, other line ends, semicolons for line breaks; lists and blank lines stay.
  static String respace(SourceFile source, Random random) {
    return new Scrambler(source, random, false).scramble();
  }

  /// All that, and comments, blank lines, and line breaks in lists.
  public static String comment(SourceFile source, Random random) {
    return new Scrambler(source, random, true).scramble();
  }

  private String scramble() {
    out.append(pick("", "", "\uFEFF", isCommenting ? "# top\n" : "\n"));
    for (int i = 0; i < tokens.size(); i++) {
      take(i, tokens.get(i));
    }
    out.append(isCommenting ? pick("", "\n\n", " \n# last", "\n # last\n\n") : pick("", "\n\n"));
    return out.toString();
  }

  private void take(int index, Token token) {
    var text = source.text(token.span());
    switch (token.kind()) {
      case SPACE -> out.append(pick(" ", "\t", "  \t ", lists > 0 ? gapInList() : " \f"));
      case NEWLINE -> {
        if (lists > 0 || at(index - 1) == Kind.COMMENT) {
          out.append(pick("\n", "\r\n", " \r\n\t"));
        } else if (isBetweenStatements(index)) {
          out.append(pick("\n", "\r\n", " ; ", " ;\n", gap()));
        } else {
          out.append(pick("\n", "\r\n", " \n\t"));
        }
      }
      case SEMICOLON -> out.append(pick(";", "\n", " ;;", gap()));
      case OPEN_BLOCK -> {
        // A comment behind the brace stays behind it.
        boolean isFree = at(afterSpace(index)) != Kind.COMMENT;
        out.append(text).append(isFree ? pick("", " ", ";", "\n", gap()) : "");
      }
      case CLOSE_BLOCK -> {
        boolean isFree = at(index - 1) != Kind.COMMENT;
        out.append(isFree ? pick("", " ", ";", "\n", gap()) : "").append(text);
      }
      case OPEN_LIST -> {
        lists++;
        out.append(text).append(pick("", " ", gapInList()));
      }
      case CLOSE_LIST -> {
        lists--;
        out.append(pick("", " ", gapInListBefore(index))).append(text);
      }
      case WORD, STRING, TEXT, COMMENT, UNCLOSED_STRING, UNCLOSED_TEXT, BROKEN -> out.append(text);
    }
  }

  /// Whether this line break may as well be a semicolon: no blank line and no comment beside it.
  private boolean isBetweenStatements(int index) {
    int next = afterSpace(index);
    int last = index - 1;
    while (at(last) == Kind.SPACE) {
      last--;
    }
    return at(last) != Kind.NEWLINE
        && at(last) != Kind.COMMENT
        && at(next) != Kind.NEWLINE
        && at(next) != Kind.COMMENT;
  }

  private int afterSpace(int index) {
    int next = index + 1;
    while (at(next) == Kind.SPACE) {
      next++;
    }
    return next;
  }

  private Kind at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).kind() : Kind.NEWLINE;
  }

  private String gap() {
    if (!isCommenting) {
      return "\n";
    }
    comments++;
    return pick(
        " # at the end " + comments + "\n",
        "\n\t # on a line  " + comments + "  \r\n",
        "\n\n\n# apart \"" + comments + "\n \n",
        " # {two} " + comments + "\n# [lines];\n",
        "\n \n\t\n");
  }

  private String gapInList() {
    if (!isCommenting || random.nextInt(4) > 0) {
      return " ";
    }
    comments++;
    return pick("\n", "\n\n\n", " # in a list " + comments + "\n", "\n# in a list]\n\n");
  }

  private String gapInListBefore(int index) {
    return at(index - 1) == Kind.NEWLINE ? "" : gapInList();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
