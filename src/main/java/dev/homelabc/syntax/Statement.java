package dev.homelabc.syntax;

import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;

/// A keyword, its arguments, and perhaps a block of statements.
public record Statement(
    Keyword keyword, List<Argument> arguments, Optional<Block> block, Span span) {
  public Statement {
    arguments = List.copyOf(arguments);
  }

  /// The first word; quoted where it is a key that is no word.
  public record Keyword(Span span, String text) {}

  /// The statements between braces.
  public record Block(List<Statement> statements, Span span) {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /// The keyword and its arguments, without the block.
  public Span head() {
    return arguments.isEmpty() ? keyword.span() : keyword.span().to(arguments.getLast().span());
  }
}
