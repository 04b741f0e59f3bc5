package dev.homelabc.schema;

/// A place for an argument.
///
/// @param name how the manual calls it, in capitals
/// @param isMany whether it takes one argument or more, brackets allowed; only the last can
public record Parameter(String name, Type<?> type, boolean isMany) {
  static Parameter one(String name, Type<?> type) {
    return new Parameter(name, type, false);
  }

  static Parameter many(String name, Type<?> type) {
    return new Parameter(name, type, true);
  }
}
