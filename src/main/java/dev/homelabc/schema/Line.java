package dev.homelabc.schema;

import static dev.homelabc.schema.Parameter.many;
import static dev.homelabc.schema.Parameter.one;

import dev.homelabc.schema.Property.Platform;
import dev.homelabc.schema.Property.Repeat;
import java.util.List;
import java.util.Optional;

/// The common shapes of a property, so that the schema reads as a table.
final class Line {
  private Line() {}

  static Property value(String name, String doc, Type<?> type) {
    return line(
        name, doc, new Body.None(), one(type instanceof Type.Reference ? "NAME" : "VALUE", type));
  }

  static Property list(String name, String doc, String parameter, Type<?> type) {
    return line(name, doc, new Body.None(), many(parameter, type));
  }

  /// A switch; alone it means true.
  static Property flag(String name, String doc) {
    return forms(name, doc, List.of(List.of(one("BOOL", Types.FLAG)), List.of()));
  }

  /// Several rows of arguments, told apart by their number.
  static Property forms(String name, String doc, List<List<Parameter>> forms) {
    return new Property(
        name,
        doc,
        forms,
        new Body.None(),
        Repeat.ONCE,
        Platform.ANY,
        false,
        Optional.empty(),
        Optional.empty());
  }

  static Property line(String name, String doc, Body body, Parameter... form) {
    return new Property(
        name,
        doc,
        List.of(List.of(form)),
        body,
        Repeat.ONCE,
        Platform.ANY,
        false,
        Optional.empty(),
        Optional.empty());
  }

  static Property block(String name, String doc, Property... properties) {
    return line(name, doc, new Body.Properties(List.of(properties)));
  }

  static Property named(String name, String doc, Property... properties) {
    return line(name, doc, new Body.Properties(List.of(properties)), one("NAME", Types.NAME))
        .keyed();
  }

  static Property micro(Property property) {
    return property.on(Platform.MICROVM);
  }

  static Property openShift(Property property) {
    return property.on(Platform.OPENSHIFT);
  }
}
