package dev.homelabc.rule.hygiene;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Whether the brackets, strings and comments of Nix code are closed, and each by its own end.
///
/// Not a parser: it reads what the lexer of Nix 2.26 (`lexer.l`) reads, so that a bracket inside a
/// string or comment, `''${` or a name such as `foldl'` does not count.
public final class NixBalance {
  /// What is wrong. Offsets are in UTF-16 code units of the code.
  sealed interface Fault {
    /// Something opened that the code does not close.
    record Unclosed(Open open) implements Fault {}

    /// An end that closes nothing.
    record Stray(int at, char closer) implements Fault {}

    /// An end that is not the one of what is open.
    record Mismatch(int at, char closer, Open open) implements Fault {}
  }

  /// A bracket, string or comment that has begun.
  record Open(int at, String opener, String closer) {
    private boolean isFixedIn(String code) {
      return switch (opener) {
        case "\"" -> true;
        case "''" -> {
          int end = code.indexOf('\n', at);
          yield end >= 0 && !code.substring(at + opener.length(), end).isBlank();
        }
        default -> false;
      };
    }
  }

  /// A URL may hold `/*` and quotes, a name may end in quotes.
  private static final Pattern WORD =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9%/?:@&=+$,_.!~*'-]+|[A-Za-z_][A-Za-z0-9_'-]*");

  private final String code;
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  private NixBalance(String code) {
    this.code = code;
  }

  /// The lines that say something else once blanks are put before them, from 0: what a string goes
  /// on in. Of an indented string none counts, unless its text begins beside the opening quotes:
  /// all its lines move, and Nix takes away what they have in common.
  public static Set<Integer> fixedLines(String code) {
    var balance = new NixBalance(code);
    var fixed = new HashSet<Integer>();
    int line = 0;
    while (balance.at < code.length()) {
      var within = balance.open.peek();
      int from = balance.at;
      if (balance.step().isPresent()) {
        // From here on nobody knows what is a string.
        IntStream.range(line, (int) code.lines().count()).forEach(fixed::add);
        return fixed;
      }
      for (int i = from; i < Math.min(balance.at, code.length()); i++) {
        if (code.charAt(i) == '\n') {
          line++;
          if (within != null && within.isFixedIn(code)) {
            fixed.add(line);
          }
        }
      }
    }
    return fixed;
  }

  /// The first fault from the left.
  static Optional<Fault> fault(String code) {
    return new NixBalance(code).fault();
  }

  private Optional<Fault> fault() {
    while (at < code.length()) {
      var fault = step();
      if (fault.isPresent()) {
        return fault;
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(new Fault.Unclosed(open.peek()));
  }

  private Optional<Fault> step() {
    return switch (open.isEmpty() ? "" : open.peek().opener) {
      case "\"" -> inString();
      case "''" -> inIndentedString();
      default -> inCode();
    };
  }

  private Optional<Fault> inCode() {
    char c = code.charAt(at);
    if (c == '#') {
      int end = code.indexOf('\n', at);
      at = end < 0 ? code.length() : end;
    } else if (code.startsWith("/*", at)) {
      int end = code.indexOf("*/", at + 2);
      if (end < 0) {
        return Optional.of(new Fault.Unclosed(new Open(at, "/*", "*/")));
      }
      at = end + 2;
    } else if (code.startsWith("''", at)) {
      push("''", "''");
    } else if (code.startsWith("${", at)) {
      push("${", "}");
    } else {
      switch (c) {
        case '"' -> push("\"", "\"");
        case '(' -> push("(", ")");
        case '[' -> push("[", "]");
        case '{' -> push("{", "}");
        case ')', ']', '}' -> {
          return close(c);
        }
        default -> {
          var word = WORD.matcher(code).region(at, code.length());
          at = word.lookingAt() ? word.end() : at + 1;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> close(char closer) {
    if (open.isEmpty()) {
      return Optional.of(new Fault.Stray(at, closer));
    }
    if (open.peek().closer.charAt(0) != closer) {
      return Optional.of(new Fault.Mismatch(at, closer, open.peek()));
    }
    pop(1);
    return Optional.empty();
  }

  private Optional<Fault> inString() {
    switch (code.charAt(at)) {
      case '"' -> pop(1);
      case '\\' -> at += 2;
      case '$' -> dollar("\"\\");
      default -> at++;
    }
    return Optional.empty();
  }

  private Optional<Fault> inIndentedString() {
    if (code.startsWith("''", at)) {
      char next = at + 2 < code.length() ? code.charAt(at + 2) : ' ';
      switch (next) {
        case '$', '\'' -> at += 3;
        case '\\' -> at += 4;
        default -> pop(2);
      }
    } else if (code.charAt(at) == '$') {
      dollar("'");
    } else {
      at++;
    }
    return Optional.empty();
  }

  /// `${` begins an interpolation, `$${` does not: a dollar sign takes the next character with it,
  /// unless that one means something in the string.
  private void dollar(String meaningful) {
    if (code.startsWith("${", at)) {
      push("${", "}");
    } else {
      boolean alone = at + 1 < code.length() && meaningful.indexOf(code.charAt(at + 1)) >= 0;
      at += alone ? 1 : 2;
    }
  }

  private void push(String opener, String closer) {
    open.push(new Open(at, opener, closer));
    at += opener.length();
  }

  private void pop(int length) {
    open.pop();
    at += length;
  }
}
