package dev.homelabc.schema;

import java.util.List;

/// A place for an argument.
///
/// @param name how the manual calls it, in capitals
/// @param isMany whether it takes one argument or more, brackets allowed; only the last can
public record Parameter(String name, Type<?> type, boolean isMany) {
  static Parameter one(String name, Type<?> type) {
    return new Parameter(name, type, false);
  }

  /// Whether a form takes so many arguments.
  public static boolean fit(List<Parameter> form, int given) {
    boolean isExact = form.isEmpty() || !form.getLast().isMany();
    return isExact ? given == form.size() : given >= form.size();
  }

  static Parameter many(String name, Type<?> type) {
    return new Parameter(name, type, true);
  }
}
