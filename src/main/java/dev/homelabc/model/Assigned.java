package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Auto;
import java.util.List;

/// The one place where `auto` gets its value: before anything reads it, so that texts, `show`, laws
/// and files see a plain value as if it had been written.
final class Assigned {
  private static final List<String> PROPERTIES = List.of("ip", "mac", "tap", "vsock");

  private Assigned() {}

  /// The VM without its `auto`. Nothing assigns values yet, so each is reported and then counts as
  /// given and unreadable.
  static Values of(Values vm) {
    var assigned = vm;
    for (var property : PROPERTIES) {
      var auto =
          vm.fields()
              .one(property)
              .map(it -> it.arguments().getFirst())
              .filter(it -> it.read().filter(Auto.class::isInstance).isPresent());
      if (auto.isPresent()) {
        vm.report()
            .accept(
                Diagnostic.at(
                        auto.get().origin().place(),
                        Unwritten.CODE,
                        Message.of("nothing assigns `{0} auto` yet", property),
                        Message.of("no value"))
                    .help(Message.of("write the value")));
        assigned = assigned.without(property);
      }
    }
    return assigned;
  }
}
