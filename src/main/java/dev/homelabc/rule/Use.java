package dev.homelabc.rule;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.source.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.function.BiConsumer;

/// That somebody uses a value, such as an address, which only one may use.
///
/// @param owner words for who it is, such as "`web`" or "host `box`"
public record Use<K>(K value, Message owner, Origin origin) {

  public static <K> Use<K> of(Sourced<?> sourced, K value, Message owner) {
    return new Use<>(value, owner, sourced.origin());
  }

  public Place place() {
    return origin.place();
  }

  /// Calls back with the first use and each later use of a value, in the order of the sources.
  public static <K> void eachRepeated(
      Collection<Use<K>> uses, BiConsumer<Use<K>, Use<K>> firstAndLater) {
    var firsts = new HashMap<K, Use<K>>();
    uses.stream()
        .sorted((it, other) -> it.place().compareTo(other.place()))
        .forEach(use -> {
          var first = firsts.putIfAbsent(use.value, use);
          if (first != null) {
            firstAndLater.accept(first, use);
          }
        });
  }

  /// The finding that this use repeats an earlier one.
  public Diagnostic repeats(Use<K> first, Code code, Message message) {
    var finding =
        Diagnostic.at(
                place(), code, message, Message.of("used again by {0}{1}", owner, how(origin)))
            .also(
                first.place(), Message.of("first used by {0}{1}", first.owner, how(first.origin)));
    return origin
        .lock()
        .or(first.origin::lock)
        .map(it ->
            finding.help(
                Message.of(
                    "take the line out of `{0}`, and the next build assigns another one",
                    it.file().path())))
        .orElse(finding);
  }

  /// How the value came to its owner, where the place alone does not tell.
  public static Message how(Origin origin) {
    var lock =
        origin
            .lock()
            .map(it -> Message.of(", held by `{0}:{1}`", it.file().path(), it.line()))
            .orElse(Message.NONE);
    if (origin.isDefault()) {
      return Message.of(", as its default{0}", lock);
    }
    return origin
        .profile()
        .map(name -> Message.of(", through profile `{0}`{1}", name, lock))
        .orElse(lock);
  }
}
