package dev.homelabc.rule.hygiene;

import dev.homelabc.schema.Body;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Schema;
import dev.homelabc.schema.Type;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The names that the statements of a lab refer to, by the kind of what bears them. The network of
/// an OpenShift project names its VLAN, or writes its number.
///
/// @param names such as `vlan services`; a name that holds `${…}` may be any and stands as `vlan *`
record Mentions(Set<String> names) {
  private static final String ANY = "*";

  /// A number as well as a name, so that no reference.
  private static final Type<?> LINK_VLAN =
      Schema.kind("openshift").child("network").child("vlan").forms().getFirst().getFirst().type();

  static Mentions of(List<Parsed> files) {
    var mentions = new Mentions(new HashSet<>());
    for (var file : files) {
      file.statements().forEach(it -> mentions.add(it, Schema.KINDS));
    }
    return mentions;
  }

  boolean have(String kind, String name) {
    return names.contains(kind + " " + name) || names.contains(kind + " " + ANY);
  }

  private void add(Statement statement, List<Property> known) {
    Property.named(statement.keyword().text(), known)
        .ifPresent(property -> {
          property
              .forms()
              .forEach(form -> {
                var given = statement.arguments().stream().flatMap(Mentions::flat).toList();
                for (int i = 0; i < given.size() && !form.isEmpty(); i++) {
                  add(given.get(i), form.get(Math.min(i, form.size() - 1)).type());
                }
              });
          if (property.body() instanceof Body.Properties(var children)) {
            statement
                .block()
                .ifPresent(block -> block.statements().forEach(it -> add(it, children)));
          }
        });
  }

  private void add(Argument argument, Type<?> type) {
    var name =
        switch (argument) {
          case Argument.Word(_, var text) -> text;
          case Argument.Quoted(_, var raw) -> raw;
          case Argument.Text _, Argument.Items _, Argument.Broken _ -> "${";
        };
    for (var kind : kinds(type)) {
      names.add(kind + " " + (name.contains("${") ? ANY : name));
    }
  }

  private static List<String> kinds(Type<?> type) {
    if (type instanceof Type.Reference(_, _, var kinds)) {
      return kinds;
    }
    return type.equals(LINK_VLAN) ? List.of("vlan") : List.of();
  }

  private static Stream<Argument> flat(Argument argument) {
    return argument instanceof Argument.Items(_, var items)
        ? items.stream().flatMap(Mentions::flat)
        : Stream.of(argument);
  }
}
