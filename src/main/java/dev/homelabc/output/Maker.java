package dev.homelabc.output;

import dev.homelabc.model.Declared;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Origin;

/// What makes a file: the statement that answers for all of it.
///
/// @param name as a person would call it, such as "vm `vault`"
public record Maker(String name, Origin origin) {
  /// The lab as a whole.
  public static Maker of(Lab lab) {
    return new Maker("lab `" + lab.name() + "`", lab.name().origin());
  }

  /// A declaration and its name.
  ///
  /// @param kind its keyword
  public static Maker of(String kind, Declared declared) {
    return new Maker(kind + " `" + declared.name() + "`", declared.origin());
  }
}
