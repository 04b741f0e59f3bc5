package dev.homelabc.syntax;

import dev.homelabc.source.Span;

/// A piece of a source. The tokens of a file lie end to end and cover it wholly, so that its text
/// can be had back from them, comments and white space included.
public record Token(Kind kind, Span span) {
  /// What a token is; the lexer does not look inside a word.
  public enum Kind {
    WORD,
    STRING,
    TEXT,
    OPEN_BLOCK,
    CLOSE_BLOCK,
    OPEN_LIST,
    CLOSE_LIST,
    SEMICOLON,
    NEWLINE,
    COMMENT,
    SPACE,
    /// A string that its line does not close.
    UNCLOSED_STRING,
    /// Three quotes that no line with three quotes alone closes.
    UNCLOSED_TEXT,
    /// An argument that could not be read and has been reported. No file has it when scanned.
    BROKEN
  }
}
