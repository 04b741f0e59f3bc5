package dev.homelabc.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.homelabc.adopt.AdoptCodes;
import dev.homelabc.compiler.Codes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KoreanTest {
  private static final MessageCalls CALLS = MessageCalls.below(Path.of("target/classes"));
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

  @Test
  void everyTemplateIsAConstant() {
    assertThat(CALLS.unclear()).isEmpty();
  }

  @Test
  void everyTemplateHasAPlaceholderForEachArgument() {
    CALLS
        .templates()
        .forEach((template, arguments) ->
            assertThat(placeholders(template)).as(template).hasSize(arguments));
  }

  @Test
  void everySentenceHasItsLineInTheFile() {
    var missing = sentences();
    missing.removeAll(Korean.SENTENCES.keySet());

    assertThat(missing).as("sentences that ko.txt lacks").isEmpty();
  }

  @Test
  void noLineOfTheFileIsWithoutItsSentence() {
    var orphans = new TreeSet<>(Korean.SENTENCES.keySet());
    orphans.removeAll(sentences());

    assertThat(orphans).as("lines of ko.txt that nothing says").isEmpty();
  }

  @Test
  void everyTranslationHasThePlaceholdersOfItsSentence() {
    Korean.SENTENCES.forEach((english, korean) ->
        assertThat(placeholders(korean)).as(english).isEqualTo(placeholders(english)));
  }

  /// What stands between backquotes is code, and the same in every language.
  @Test
  void everyTranslationQuotesWhatItsSentenceQuotes() {
    Korean.SENTENCES.forEach(
        (english, korean) -> assertThat(quoted(korean)).as(english).containsAll(quoted(english)));
  }

  /// After a placeholder may come any word, so a particle that depends on the word before it is
  /// wrong for half of them.
  @Test
  void noTranslationHasAParticleThatFitsOnlySomeWords() {
    assertThat(Korean.SENTENCES.values())
        .noneMatch(it -> it.matches(".*\\{[0-9]}`?(은|는|이|가|을|를|과|와|으로|로|이나|나)( .*|$)"));
  }

  /// Advice ends in `-십시오`, not in the `-세요` of talk.
  @Test
  void everyTranslationIsInTheFormalStyle() {
    assertThat(Korean.SENTENCES.values()).noneMatch(it -> it.contains("세요"));
  }

  @Test
  void theFileIsSortedByTheEnglish() throws IOException {
    var text = Files.readString(Path.of("src/main/resources/dev/homelabc/diagnostic/ko.txt"));
    var english =
        Pattern.compile("\n\n").splitAsStream(text).skip(1).map(it -> it.lines().toList().get(0));

    assertThat(english.toList()).isSorted().hasSameSizeAs(Korean.SENTENCES.keySet());
  }

  @Test
  void findsTheTemplatesOfNestedCallsAndThoseThatAreNoConstants() {
    var seen = MessageCalls.below(Path.of("target/test-classes/dev/homelabc/diagnostic/samples"));

    assertThat(seen.templates()).containsExactly(entry("inner", 0), entry("outer {0} {1}", 2));
    assertThat(seen.unclear())
        .containsExactly(
            "dev/homelabc/diagnostic/samples/Calls refers to Message::of",
            "dev/homelabc/diagnostic/samples/Calls.chosen gives Message.of a template that is no"
                + " constant",
            "dev/homelabc/diagnostic/samples/Calls.joined gives Message.of a template that is no"
                + " constant",
            "dev/homelabc/diagnostic/samples/Calls.made makes a Message without Message.of");
  }

  private static Set<String> sentences() {
    var sentences = new TreeSet<>(CALLS.templates().keySet());
    Stream.concat(Codes.ALL.stream(), AdoptCodes.ALL.stream())
        .forEach(code -> sentences.addAll(List.of(code.what(), code.why())));
    return sentences;
  }

  private static Set<String> placeholders(String template) {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .map(it -> it.group())
        .collect(Collectors.toSet());
  }

  private static Set<String> quoted(String sentence) {
    return Pattern.compile("`[^`]+`")
        .matcher(sentence)
        .results()
        .map(it -> it.group())
        .collect(Collectors.toSet());
  }
}
