package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Name;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The replicas of a VM's declaration: one under its own name, or `NAME-01` and so on where the
/// declaration says how many.
///
/// @param other how many there are to be, if that is not for the declaration to say
record Replicas(Values values, Name base, Optional<Integer> other, ReplicaNames taken) {

  /// One of them.
  ///
  /// @param index from 0: what it adds to the declared addresses
  record Replica(Name name, Name base, int index, boolean isOnly) {}

  void forEach(BiConsumer<Values, Replica> bind) {
    var count = values.one("replicas", Integer.class);
    if (count.isEmpty()) {
      bind(base, 0, true, bind);
      return;
    }
    int number = other.orElse(count.get().value());
    for (int index = 0; index < number; index++) {
      switch (Name.read(base + (index < 9 ? "-0" : "-") + (index + 1))) {
        case dev.homelabc.value.Reading.Good<Name>(var name) ->
            bind(name, index, number == 1, bind);
        case dev.homelabc.value.Reading.Bad<Name>(var code, var message, _, _) -> {
          values
              .report()
              .accept(
                  Diagnostic.at(
                      values.place(), code, message, Message.of("with the replica's number")));
          return;
        }
      }
    }
  }

  private void bind(Name name, int index, boolean isOnly, BiConsumer<Values, Replica> bind) {
    if (taken.take(name, values.place())) {
      bind.accept(
          values.counted(index).with("name", name).with("index", index + 1),
          new Replica(name, base, index, isOnly));
    }
  }
}
