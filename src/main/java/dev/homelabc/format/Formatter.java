package dev.homelabc.format;

import dev.homelabc.syntax.Parsed;

/// Writes a file in canonical form: two blanks of indentation, one statement a line, one blank
/// between arguments, one blank line at most. All comments and the meaning stay as they are, and
/// the canonical form of a canonical text is that text.
public final class Formatter {
  private Formatter() {}

  /// The whole text of the file; empty, or ending in a line break.
  ///
  /// @throws IllegalArgumentException if the file has syntax errors: then nobody knows what it says
  public static String format(Parsed parsed) {
    if (!parsed.diagnostics().isEmpty()) {
      throw new IllegalArgumentException(parsed.source() + " has syntax errors");
    }
    return new Layout(parsed, Spelling.of(parsed)).print();
  }
}
