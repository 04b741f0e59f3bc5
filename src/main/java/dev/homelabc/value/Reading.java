package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.Optional;
import java.util.function.Function;

/// What came of reading a text as a value: the value, or why it is none.
public sealed interface Reading<T> {
  record Good<T>(T value) implements Reading<T> {}

  /// A text that is not the value. The message is one sentence that says what was found and what
  /// was expected; the help, where there is one, is an action.
  ///
  /// @param meant what to write instead, where that is sure
  record Bad<T>(Code code, Message message, Optional<Message> help, Optional<String> meant)
      implements Reading<T> {
    public Bad<T> help(Message action) {
      return new Bad<>(code, message, Optional.of(action), meant);
    }

    public Bad<T> meant(String text) {
      return new Bad<>(code, message, help, Optional.of(text));
    }
  }

  static <T> Reading<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Bad<T> bad(Code code, Message message) {
    return new Bad<>(code, message, Optional.empty(), Optional.empty());
  }

  default <R> Reading<R> then(Function<T, Reading<R>> next) {
    return switch (this) {
      case Good<T>(var value) -> next.apply(value);
      case Bad<T>(var code, var message, var help, var meant) ->
          new Bad<>(code, message, help, meant);
    };
  }

  default <R> Reading<R> map(Function<T, R> change) {
    return then(value -> good(change.apply(value)));
  }
}
