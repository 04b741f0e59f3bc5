package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import java.util.Optional;

/// Names that are a VM's own, such as its host name. What all replicas would share is reported.
final class OwnName {
  private OwnName() {}

  /// The name, or the standard one where it is not given or cannot be used.
  static <T> Sourced<T> of(
      String property, Class<T> type, Values values, Replicas.Replica replica) {
    return given(property, type, values, replica).orElseGet(() -> values.standard(property, type));
  }

  /// The name, where one is given that can be used.
  static <T> Optional<Sourced<T>> given(
      String property, Class<T> type, Values values, Replicas.Replica replica) {
    var given = values.fields().one(property).map(it -> it.arguments().getFirst());
    if (given.isEmpty() || replica.isOnly() || given.get().isOpen()) {
      return values.one(property, type);
    }
    var place = given.get().origin().place();
    values
        .report()
        .accept(
            Diagnostic.at(
                    place,
                    ModelCodes.REPLICA_WITHOUT_INDEX,
                    Message.of("every replica would have the {0} `{1}`", property, place.text()),
                    Message.of("the same for all"))
                .help(Message.of("write `{0} \"…${index}\"`", property)));
    return Optional.empty();
  }
}
