package dev.homelabc.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.value.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AffinityTest {
  @Test
  void labelValuesAreStringsHoweverTheyLook() {
    var read = Affinity.read("a: [on, 0755, 22:22, 1_000, true, '5', 5]\nb: {weight: 100}\nc:\n");
    var texts =
        List.of("on", "0755", "22:22", "1_000", "true", "5", "5").stream()
            .<Setting>map(Setting.Text::new)
            .toList();
    assertThat(read)
        .isEqualTo(
            Reading.good(
                new Affinity(
                    new Setting.Attributes(
                        Map.of(
                            "a", new Setting.Sequence(texts),
                            "b", new Setting.Attributes(Map.of("weight", new Setting.Whole(100))),
                            "c", new Setting.Nothing())))));
  }

  @Test
  void aMistakeNamesItsLine() {
    assertThat(message("a:\n  - b\n c: d\n")).contains("line 3");
    assertThat(message("a: 1\na: 2\n")).contains("key `a` is there twice");
    assertThat(message("- a\n")).contains("not a YAML mapping");
    assertThat(message("")).contains("not a YAML mapping");
    assertThat(message("a: \u0001\n")).contains("not YAML");
  }

  @Test
  void anAnchorInsideItselfIsRefused() {
    assertThat(message("a: &x [*x]\n")).contains("contains itself");
    var doubling = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      doubling.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(message(doubling.toString())).contains("not YAML");
  }

  private static String message(String text) {
    return switch (Affinity.read(text)) {
      case Reading.Good<Affinity> good -> throw new AssertionError(good);
      case Reading.Bad<Affinity>(_, var message, _, _) -> message.toString();
    };
  }
}
