package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Passwords that a person types, each one twice.
///
/// @param text a message in the person's language
/// @param tell where to say that a password has to be typed again
public record TypedPasswords(Prompt prompt, Function<Message, String> text, Consumer<Message> tell)
    implements Passwords {
  @Override
  public SortedMap<String, char[]> of(SortedMap<String, Objection> accounts) {
    if (!accounts.isEmpty() && !prompt.isAnswered()) {
      throw new ClusterFailure(
          0,
          Message.of(
              "the password of `{0}` is needed, and there is no terminal to ask at",
              accounts.firstKey()),
          Message.of(
              "name a file with `--password-file FILE`, or an environment variable with"
                  + " `--password-env NAME`"));
    }
    var typed = new TreeMap<String, char[]>();
    accounts.forEach((account, objection) -> typed.put(account, ask(account, objection)));
    return typed;
  }

  private char[] ask(String account, Objection objection) {
    while (true) {
      var first = secret(Message.of("Password for {0}: ", account));
      var refused = first.length == 0 ? Optional.of(EMPTY) : objection.apply(first);
      if (refused.isPresent()) {
        Arrays.fill(first, ' ');
        tell.accept(refused.get());
        continue;
      }
      var second = secret(Message.of("Again: "));
      boolean isSame = Arrays.equals(first, second);
      Arrays.fill(second, ' ');
      if (isSame) {
        return first;
      }
      Arrays.fill(first, ' ');
      tell.accept(Message.of("the two differ; type it again"));
    }
  }

  private static final Message EMPTY = Message.of("a password cannot be empty");

  private char[] secret(Message question) {
    return prompt
        .secret(text.apply(question))
        .orElseThrow(() -> new ClusterFailure(0, Message.of("no password was typed")));
  }
}
