package dev.homelabc.output;

/// A text that knows where the values in it come from.
public record Traced(String text, Trace trace) {
  /// A text of which nothing is known.
  public static Traced plain(String text) {
    return new Traced(text, Trace.NONE);
  }
}
