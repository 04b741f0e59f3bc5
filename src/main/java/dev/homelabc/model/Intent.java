package dev.homelabc.model;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Parameter;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Type;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Statement;
import dev.homelabc.value.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a statement with too many or too few arguments was most likely meant to say.
///
/// @param swallowed names of properties that stand among its arguments: nobody misses them
record Intent(Message help, Set<String> swallowed) {
  /// @param known the properties that may stand beside it
  static Intent of(
      SourceFile source, Property property, Statement statement, List<Property> known) {
    var words = statement.arguments().stream().map(it -> source.text(it.span())).toList();
    return among(property, words, property.body().properties())
        .map(it -> inBlock(property, words, it))
        .or(() -> among(property, words, known).map(it -> onOneLine(words, it, known)))
        .or(() ->
            statement.arguments().stream().allMatch(Argument.Word.class::isInstance)
                ? rewritten(property, words).map(it -> new Intent(it, Set.of()))
                : Optional.empty())
        .orElseGet(
            () -> new Intent(Message.of("write it like `{0}`", property.example()), Set.of()));
  }

  /// Where the name of one of these properties stands, behind as many arguments as this one takes.
  private static Optional<Integer> among(
      Property property, List<String> words, List<Property> others) {
    for (int i = 1; i < words.size(); i++) {
      int here = i;
      if (others.stream().anyMatch(it -> it.name().equals(words.get(here)))
          && property.forms().stream().anyMatch(it -> Parameter.fit(it, here))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Intent inBlock(Property property, List<String> words, int at) {
    return new Intent(
        Message.of(
            "put what belongs to it into a block: `{0}`",
            property.name()
                + " "
                + String.join(" ", words.subList(0, at))
                + " { "
                + String.join(" ", words.subList(at, Math.min(at + 2, words.size())))
                + " … }"),
        Set.of());
  }

  private static Intent onOneLine(List<String> words, int at, List<Property> known) {
    var swallowed = new HashSet<>(words.subList(at, words.size()));
    swallowed.retainAll(known.stream().map(Property::name).toList());
    return new Intent(
        Message.of("begin a new line before `{0}`", words.get(at)), Set.copyOf(swallowed));
  }

  /// The statement as it was most likely meant, where its arguments are one too many because a
  /// value has a blank in it, or one too few because one is missing between two.
  private static Optional<Message> rewritten(Property property, List<String> words) {
    if (words.size() == 1) {
      var parts = words.getFirst().split("[:=]", 2);
      return parts.length == 2
              && property.forms().stream()
                  .anyMatch(it ->
                      it.size() == 2
                          && takes(it.getFirst().type(), parts[0])
                          && takes(it.getLast().type(), parts[1]))
          ? Optional.of(
              Message.of(
                  "put a blank between the two: `{0}`",
                  property.name() + " " + parts[0] + " " + parts[1]))
          : Optional.empty();
    }
    var form = property.forms().getFirst();
    if (words.size() < 2 || form.size() != 1) {
      return Optional.empty();
    }
    var type = form.getFirst().type();
    return switch (type) {
      case Type.Words _ ->
          Optional.of(
              Message.of(
                  "put the text in quotes: `{0}`",
                  property.name() + " \"" + String.join(" ", words) + "\""));
      case Type.Scalar<?> _ -> {
        var joined = String.join("", words);
        if (takes(type, joined)) {
          yield Optional.of(
              Message.of("write it without a blank: `{0}`", property.name() + " " + joined));
        }
        yield takes(type, words.getFirst())
            ? Optional.of(Message.of("write `{0}` alone", property.name() + " " + words.getFirst()))
            : Optional.empty();
      }
      case Type.Choice<?> _, Type.Reference _ -> Optional.empty();
    };
  }

  /// Whether a word reads as a value of a type, as far as can be told without the lab.
  private static boolean takes(Type<?> type, String word) {
    return switch (type) {
      case Type.Scalar<?> scalar -> scalar.reader().apply(word) instanceof Reading.Good<?>;
      case Type.Choice<?> choice -> choice.options().containsKey(word);
      case Type.Reference _, Type.Words _ -> !word.isEmpty();
    };
  }
}
