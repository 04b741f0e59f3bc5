package dev.homelabc.syntax;

import dev.homelabc.source.Span;
import java.util.List;

/// An argument of a statement, not yet judged: its type is the schema's business.
public sealed interface Argument {
  Span span();

  /// A bare run of characters: a name, a number, an address.
  record Word(Span span, String text) implements Argument {}

  /// A string in double quotes.
  ///
  /// @param raw what stands between the quotes, escapes and `${…}` as written; see [Quotes]
  record Quoted(Span span, String raw) implements Argument {}

  /// A text in three double quotes.
  ///
  /// @param raw its lines with the indentation of the closing quotes taken away, `${…}` as written
  record Text(Span span, String raw) implements Argument {}

  /// A list in brackets.
  record Items(Span span, List<Argument> items) implements Argument {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// What could not be read; it has been reported, so nobody complains about it again.
  record Broken(Span span) implements Argument {}
}
