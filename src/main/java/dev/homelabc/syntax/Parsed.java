package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file as statements, with every token of it and all that was wrong with its form.
///
/// @param tokens cover the text end to end, comments and white space included
public record Parsed(
    SourceFile source,
    List<Statement> statements,
    List<Token> tokens,
    List<Diagnostic> diagnostics) {
  public Parsed {
    statements = List.copyOf(statements);
    tokens = List.copyOf(tokens);
    diagnostics = List.copyOf(diagnostics);
  }

  /// The statements that hold an offset, each in the block of the one before.
  public List<Statement> around(int offset) {
    var around = new ArrayList<Statement>();
    var next = last(statements, offset);
    while (next.filter(it -> offset < it.span().end()).isPresent()) {
      around.add(next.get());
      next = next.get().block().flatMap(block -> last(block.statements(), offset));
    }
    return around;
  }

  /// The first statement of a block that begins behind an offset.
  public static Optional<Statement> following(List<Statement> block, int offset) {
    int at = behind(block, offset);
    return at < block.size() ? Optional.of(block.get(at)) : Optional.empty();
  }

  private static Optional<Statement> last(List<Statement> block, int offset) {
    int at = behind(block, offset);
    return at > 0 ? Optional.of(block.get(at - 1)) : Optional.empty();
  }

  /// How many statements begin at or before an offset: they stand in the order of the text.
  private static int behind(List<Statement> block, int offset) {
    int low = 0;
    int high = block.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (block.get(middle).span().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
