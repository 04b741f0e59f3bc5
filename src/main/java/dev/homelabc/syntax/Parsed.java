package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import java.util.List;

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
}
