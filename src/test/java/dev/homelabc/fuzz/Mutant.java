package dev.homelabc.fuzz;

import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// A lab of this repository with a few of its tokens, lines or characters taken out, doubled,
/// swapped, or replaced by those of other labs: close enough to a lab to get past the parser.
final class Mutant {
  private static final int MOST_EDITS = 8;

  /// Every token that the seeds hold, and what people and machines get wrong.
  private static final List<String> POOL = pool();

  private final IntUnaryOperator choose;

  /// @param choose a number from 0 to one below its argument
  private Mutant(IntUnaryOperator choose) {
    this.choose = choose;
  }

  static String of(IntUnaryOperator choose) {
    return new Mutant(choose).text();
  }

  /// Decisions taken from bytes, two for each, so that a fuzzer can change one by one; zeros when
  /// they run out.
  static String of(byte[] decisions) {
    int[] at = {0};
    return of(bound -> {
      int i = at[0];
      at[0] += 2;
      return i + 1 < decisions.length
          ? ((decisions[i] & 0xFF) << 8 | (decisions[i + 1] & 0xFF)) % bound
          : 0;
    });
  }

  private String text() {
    var tokens = tokens(one(Seeds.ALL));
    int edits = 1 + choose.applyAsInt(MOST_EDITS);
    for (int i = 0; i < edits; i++) {
      edit(tokens);
    }
    return String.join("", tokens);
  }

  private void edit(List<String> tokens) {
    if (tokens.isEmpty()) {
      tokens.add(one(POOL));
      return;
    }
    int at = choose.applyAsInt(tokens.size());
    switch (choose.applyAsInt(8)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, one(POOL));
      case 2 -> tokens.set(at, one(POOL));
      case 3 -> tokens.add(at, tokens.get(choose.applyAsInt(tokens.size())));
      case 4 -> tokens.set(at, tokens.set(choose.applyAsInt(tokens.size()), tokens.get(at)));
      case 5 -> tokens.addAll(at, List.copyOf(stretch(tokens)));
      case 6 -> stretch(tokens).clear();
      default -> tokens.set(at, scratched(tokens.get(at)));
    }
  }

  private List<String> stretch(List<String> tokens) {
    int from = choose.applyAsInt(tokens.size());
    int length = 1 + choose.applyAsInt(24);
    return tokens.subList(from, Math.min(tokens.size(), from + length));
  }

  /// One character of a token replaced, or taken out.
  private String scratched(String token) {
    int at = choose.applyAsInt(Math.max(1, token.length()));
    var with =
        one(List.of("", "\"", "0", "9", "-", ".", ":", "/", "\\", "$", "{", "\n", "é", "😀"));
    return token.substring(0, at) + with + token.substring(Math.min(token.length(), at + 1));
  }

  private String one(List<String> list) {
    return list.get(choose.applyAsInt(list.size()));
  }

  private static List<String> tokens(String text) {
    var source = new SourceFile("seed.lab", text);
    var tokens = new ArrayList<String>();
    Parser.parse(source).tokens().forEach(it -> tokens.add(source.text(it.span())));
    tokens.removeIf(String::isEmpty);
    return tokens;
  }

  private static List<String> pool() {
    var pool =
        new ArrayList<>(
            List.of(
                "\"\"\"",
                "\"",
                "\\",
                "=",
                ",",
                "0",
                "-1",
                "2147483648",
                "99999999999999999999",
                "255.255.255.255",
                "0.0.0.0/0",
                "::",
                "::/0",
                "${",
                "${index}",
                "${name}",
                "\r",
                "\uFEFF",
                "\0",
                "# c",
                "0x10",
                "1e9",
                "replicas 9",
                "import \"x.lab\""));
    Seeds.ALL.forEach(it -> tokens(it).stream().filter(t -> t.length() < 200).forEach(pool::add));
    return pool.stream().distinct().toList();
  }
}
