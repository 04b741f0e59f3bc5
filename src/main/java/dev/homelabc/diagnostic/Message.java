package dev.homelabc.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence or a few words for a person, kept apart from the values in it so that it can be said
/// in another language.
///
/// In the template, `{0}` to `{9}` stand for the arguments; every other brace is itself. The
/// template is a literal where the message is made, never put together: it is the key of its
/// translation. An argument that is a message is said in the same language as the whole.
///
/// @param arguments messages and strings
public record Message(String template, List<Object> arguments) {
  public static final Message NONE = new Message("", List.of());

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

  public Message {
    // Values become text at once: messages are compared, and a whole VM is much to compare.
    var texts = new ArrayList<Object>(arguments.size());
    for (var it : arguments) {
      texts.add(it instanceof Message ? it : String.valueOf(it));
    }
    arguments = List.copyOf(texts);
  }

  /// A message with the values that its placeholders stand for, each as it prints.
  public static Message of(String template, Object... arguments) {
    return new Message(template, Arrays.asList(arguments));
  }

  public boolean isEmpty() {
    return template.isEmpty();
  }

  /// The same sentence with another word in its arguments, wherever they have this one.
  public Message replacing(String word, String by) {
    var whole = Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(word) + "(?![A-Za-z0-9])");
    var replacement = Matcher.quoteReplacement(by);
    return new Message(
        template,
        arguments.stream()
            .map(it ->
                it instanceof Message message
                    ? message.replacing(word, by)
                    : (Object) whole.matcher(it.toString()).replaceAll(replacement))
            .toList());
  }

  /// The whole text in a language.
  public String in(Language language) {
    return PLACEHOLDER
        .matcher(language.of(template))
        .replaceAll(it -> {
          var argument = arguments.get(Integer.parseInt(it.group(1)));
          return Matcher.quoteReplacement(
              argument instanceof Message message ? message.in(language) : argument.toString());
        });
  }

  /// The text in English.
  @Override
  public String toString() {
    return in(Language.ENGLISH);
  }
}
